ALTER TABLE registry_record ADD COLUMN merged_into TEXT NULL;
CREATE TABLE registry_mark (
    fingerprint TEXT NOT NULL,
    record_id TEXT NOT NULL,
    type_code TEXT NOT NULL,
    rule INTEGER NOT NULL,
    CONSTRAINT pk_registry_mark PRIMARY KEY (fingerprint, record_id)
);
CREATE INDEX ix_registry_mark_record_id ON registry_mark (record_id);
CREATE TABLE registry_twins (
    first_id TEXT NOT NULL,
    second_id TEXT NOT NULL,
    type_code TEXT NOT NULL,
    rule INTEGER NULL,
    state TEXT NOT NULL,
    decided_at INTEGER NULL,
    decided_by TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_registry_twins PRIMARY KEY (first_id, second_id)
);
CREATE INDEX ix_registry_twins_second_id ON registry_twins (second_id);
CREATE INDEX ix_registry_twins_open ON registry_twins (type_code, rule) WHERE state = 'Open';
CREATE TABLE registry_merge (
    id TEXT NOT NULL,
    kept_id TEXT NOT NULL,
    ended_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    moved TEXT NOT NULL,
    undone_at INTEGER NULL,
    undone_by TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_registry_merge PRIMARY KEY (id)
);
CREATE INDEX ix_registry_merge_kept_id ON registry_merge (kept_id);
CREATE INDEX ix_registry_merge_ended_id ON registry_merge (ended_id);
