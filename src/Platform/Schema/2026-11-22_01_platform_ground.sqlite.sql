CREATE TABLE platform_outbox (
    id TEXT NOT NULL CONSTRAINT pk_platform_outbox PRIMARY KEY,
    name TEXT NOT NULL,
    payload TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NULL,
    parked_at INTEGER NULL,
    error TEXT NULL
);
CREATE INDEX ix_platform_outbox_next_at ON platform_outbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX ix_platform_outbox_parked_at ON platform_outbox (parked_at) WHERE parked_at IS NOT NULL;

CREATE TABLE platform_inbox (
    subscriber TEXT NOT NULL,
    message_id TEXT NOT NULL,
    handled_at INTEGER NOT NULL,
    CONSTRAINT pk_platform_inbox PRIMARY KEY (subscriber, message_id)
);

CREATE TABLE platform_audit (
    chain INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    division_code TEXT NOT NULL,
    details TEXT NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT pk_platform_audit PRIMARY KEY (chain, position)
);
CREATE INDEX ix_platform_audit_at ON platform_audit (at);
CREATE INDEX ix_platform_audit_subject ON platform_audit (subject);
CREATE TRIGGER platform_audit_no_update BEFORE UPDATE ON platform_audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER platform_audit_no_delete BEFORE DELETE ON platform_audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE platform_audit_chain (
    id INTEGER NOT NULL CONSTRAINT pk_platform_audit_chain PRIMARY KEY,
    length INTEGER NOT NULL,
    hash BLOB NOT NULL
);
INSERT INTO platform_audit_chain (id, length, hash) VALUES (1, 0, x'');

CREATE TABLE platform_idempotency (
    caller TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    location TEXT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT pk_platform_idempotency PRIMARY KEY (caller, key)
);
CREATE INDEX ix_platform_idempotency_created_at ON platform_idempotency (created_at);

CREATE TABLE platform_protection_key (
    id TEXT NOT NULL CONSTRAINT pk_platform_protection_key PRIMARY KEY,
    xml TEXT NOT NULL
);
