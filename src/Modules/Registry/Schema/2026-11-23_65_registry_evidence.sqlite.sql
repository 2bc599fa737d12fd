CREATE TABLE registry_evidence (
    id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    state_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    media_type TEXT NOT NULL,
    length INTEGER NOT NULL,
    width INTEGER NULL,
    height INTEGER NULL,
    added_at INTEGER NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    CONSTRAINT pk_registry_evidence PRIMARY KEY (id)
);
CREATE INDEX ix_registry_evidence_record_id ON registry_evidence (record_id);
