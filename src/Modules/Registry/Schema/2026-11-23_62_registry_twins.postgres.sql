ALTER TABLE registry_record ADD COLUMN merged_into uuid NULL;
CREATE TABLE registry_mark (
    fingerprint text NOT NULL,
    record_id uuid NOT NULL,
    type_code text NOT NULL,
    rule integer NOT NULL,
    CONSTRAINT pk_registry_mark PRIMARY KEY (fingerprint, record_id)
);
CREATE INDEX ix_registry_mark_record_id ON registry_mark (record_id);
CREATE TABLE registry_twins (
    first_id uuid NOT NULL,
    second_id uuid NOT NULL,
    type_code text NOT NULL,
    rule integer NULL,
    state text NOT NULL,
    decided_at timestamp with time zone NULL,
    decided_by text NULL,
    version integer NOT NULL,
    CONSTRAINT pk_registry_twins PRIMARY KEY (first_id, second_id)
);
CREATE INDEX ix_registry_twins_second_id ON registry_twins (second_id);
CREATE INDEX ix_registry_twins_open ON registry_twins (type_code, rule) WHERE state = 'Open';
CREATE TABLE registry_merge (
    id uuid NOT NULL,
    kept_id uuid NOT NULL,
    ended_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    moved text NOT NULL,
    undone_at timestamp with time zone NULL,
    undone_by text NULL,
    version integer NOT NULL,
    CONSTRAINT pk_registry_merge PRIMARY KEY (id)
);
CREATE INDEX ix_registry_merge_kept_id ON registry_merge (kept_id);
CREATE INDEX ix_registry_merge_ended_id ON registry_merge (ended_id);
