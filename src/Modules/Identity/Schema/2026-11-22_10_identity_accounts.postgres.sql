CREATE TABLE identity_account (
    id uuid NOT NULL CONSTRAINT pk_identity_account PRIMARY KEY,
    user_name text NOT NULL,
    display_name text NOT NULL,
    unit_id uuid NULL,
    division_code text COLLATE "C" NOT NULL,
    roles text[] NOT NULL,
    active boolean NOT NULL,
    password_hash text NOT NULL,
    must_change_password boolean NOT NULL,
    totp_secret bytea NULL,
    totp_step bigint NOT NULL,
    failures integer NOT NULL,
    locked_until timestamp with time zone NULL,
    created_at timestamp with time zone NOT NULL,
    last_sign_in_at timestamp with time zone NULL,
    version integer NOT NULL
);
CREATE UNIQUE INDEX ix_identity_account_user_name ON identity_account (user_name);
CREATE INDEX ix_identity_account_division_code ON identity_account (division_code);
CREATE INDEX ix_identity_account_unit_id ON identity_account (unit_id);

CREATE TABLE identity_role (
    code text NOT NULL CONSTRAINT pk_identity_role PRIMARY KEY,
    name text NULL,
    permissions text[] NULL,
    own_unit_only boolean NOT NULL,
    version integer NOT NULL
);

CREATE TABLE identity_session (
    id uuid NOT NULL CONSTRAINT pk_identity_session PRIMARY KEY,
    kind text NOT NULL,
    owner_id uuid NOT NULL,
    state text NOT NULL,
    device text NOT NULL,
    network text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE INDEX ix_identity_session_owner_id ON identity_session (owner_id);
CREATE INDEX ix_identity_session_expires_at ON identity_session (expires_at);

CREATE TABLE identity_recovery_code (
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_identity_recovery_code PRIMARY KEY (account_id, hash)
);

CREATE TABLE identity_api_key (
    id uuid NOT NULL CONSTRAINT pk_identity_api_key PRIMARY KEY,
    name text NOT NULL,
    shown text NOT NULL,
    hash bytea NOT NULL,
    unit_id uuid NULL,
    division_code text COLLATE "C" NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NULL,
    revoked_at timestamp with time zone NULL,
    last_used_at timestamp with time zone NULL
);
CREATE UNIQUE INDEX ix_identity_api_key_hash ON identity_api_key (hash);
CREATE INDEX ix_identity_api_key_division_code ON identity_api_key (division_code);

CREATE TABLE identity_resident (
    id uuid NOT NULL CONSTRAINT pk_identity_resident PRIMARY KEY,
    phone bytea NOT NULL,
    phone_fingerprint bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_identity_resident_phone_fingerprint ON identity_resident (phone_fingerprint);

CREATE TABLE identity_phone_code (
    id uuid NOT NULL CONSTRAINT pk_identity_phone_code PRIMARY KEY,
    phone bytea NOT NULL,
    phone_fingerprint bytea NOT NULL,
    code_fingerprint bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    tries_left integer NOT NULL
);
CREATE INDEX ix_identity_phone_code_phone_fingerprint_created_at ON identity_phone_code (phone_fingerprint, created_at);
CREATE INDEX ix_identity_phone_code_created_at ON identity_phone_code (created_at);
