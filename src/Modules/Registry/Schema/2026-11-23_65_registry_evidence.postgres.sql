CREATE TABLE registry_evidence (
    id uuid NOT NULL,
    record_id uuid NOT NULL,
    state_id uuid NOT NULL,
    hash text NOT NULL,
    media_type text NOT NULL,
    length bigint NOT NULL,
    width integer NULL,
    height integer NULL,
    added_at timestamp with time zone NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    CONSTRAINT pk_registry_evidence PRIMARY KEY (id)
);
CREATE INDEX ix_registry_evidence_record_id ON registry_evidence (record_id);
