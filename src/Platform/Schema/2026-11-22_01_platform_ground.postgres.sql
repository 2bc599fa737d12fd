CREATE TABLE platform_outbox (
    id uuid NOT NULL CONSTRAINT pk_platform_outbox PRIMARY KEY,
    name text NOT NULL,
    payload text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    next_at timestamp with time zone NULL,
    parked_at timestamp with time zone NULL,
    error text NULL
);
CREATE INDEX ix_platform_outbox_next_at ON platform_outbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX ix_platform_outbox_parked_at ON platform_outbox (parked_at) WHERE parked_at IS NOT NULL;

CREATE TABLE platform_inbox (
    subscriber text NOT NULL,
    message_id uuid NOT NULL,
    handled_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_platform_inbox PRIMARY KEY (subscriber, message_id)
);

CREATE TABLE platform_audit (
    chain integer NOT NULL,
    position bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    details text NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_platform_audit PRIMARY KEY (chain, position)
);
CREATE INDEX ix_platform_audit_at ON platform_audit (at);
CREATE INDEX ix_platform_audit_subject ON platform_audit (subject);

CREATE TABLE platform_audit_chain (
    id integer NOT NULL CONSTRAINT pk_platform_audit_chain PRIMARY KEY,
    length bigint NOT NULL,
    hash bytea NOT NULL
);
INSERT INTO platform_audit_chain (id, length, hash) SELECT n, 0, '' FROM generate_series(1, 32) AS n;

CREATE TABLE platform_idempotency (
    caller text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    location text NULL,
    body text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_platform_idempotency PRIMARY KEY (caller, key)
);
CREATE INDEX ix_platform_idempotency_created_at ON platform_idempotency (created_at);

CREATE TABLE platform_protection_key (
    id text NOT NULL CONSTRAINT pk_platform_protection_key PRIMARY KEY,
    xml text NOT NULL
);

CREATE FUNCTION platform_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER platform_audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON platform_audit
    FOR EACH STATEMENT EXECUTE FUNCTION platform_append_only();
