CREATE TABLE identity_account (
    id TEXT NOT NULL CONSTRAINT pk_identity_account PRIMARY KEY,
    user_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    unit_id TEXT NULL,
    division_code TEXT NOT NULL,
    roles TEXT NOT NULL,
    active INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    must_change_password INTEGER NOT NULL,
    totp_secret BLOB NULL,
    totp_step INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    locked_until INTEGER NULL,
    created_at INTEGER NOT NULL,
    last_sign_in_at INTEGER NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_identity_account_user_name ON identity_account (user_name);
CREATE INDEX ix_identity_account_division_code ON identity_account (division_code);
CREATE INDEX ix_identity_account_unit_id ON identity_account (unit_id);

CREATE TABLE identity_role (
    code TEXT NOT NULL CONSTRAINT pk_identity_role PRIMARY KEY,
    name TEXT NULL,
    permissions TEXT NULL,
    own_unit_only INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE identity_session (
    id TEXT NOT NULL CONSTRAINT pk_identity_session PRIMARY KEY,
    kind TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    state TEXT NOT NULL,
    device TEXT NOT NULL,
    network TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX ix_identity_session_owner_id ON identity_session (owner_id);
CREATE INDEX ix_identity_session_expires_at ON identity_session (expires_at);

CREATE TABLE identity_recovery_code (
    account_id TEXT NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT pk_identity_recovery_code PRIMARY KEY (account_id, hash)
);

CREATE TABLE identity_api_key (
    id TEXT NOT NULL CONSTRAINT pk_identity_api_key PRIMARY KEY,
    name TEXT NOT NULL,
    shown TEXT NOT NULL,
    hash BLOB NOT NULL,
    unit_id TEXT NULL,
    division_code TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NULL,
    revoked_at INTEGER NULL,
    last_used_at INTEGER NULL
);
CREATE UNIQUE INDEX ix_identity_api_key_hash ON identity_api_key (hash);
CREATE INDEX ix_identity_api_key_division_code ON identity_api_key (division_code);

CREATE TABLE identity_resident (
    id TEXT NOT NULL CONSTRAINT pk_identity_resident PRIMARY KEY,
    phone BLOB NOT NULL,
    phone_fingerprint BLOB NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_identity_resident_phone_fingerprint ON identity_resident (phone_fingerprint);

CREATE TABLE identity_phone_code (
    id TEXT NOT NULL CONSTRAINT pk_identity_phone_code PRIMARY KEY,
    phone BLOB NOT NULL,
    phone_fingerprint BLOB NOT NULL,
    code_fingerprint BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL
);
CREATE INDEX ix_identity_phone_code_phone_fingerprint_created_at ON identity_phone_code (phone_fingerprint, created_at);
CREATE INDEX ix_identity_phone_code_created_at ON identity_phone_code (created_at);
