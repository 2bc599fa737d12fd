-- Versions of taxonomy and responsibility list; categories out of use and what took their place.
CREATE TABLE cases_revision (
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    division_code TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    changes INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    state TEXT NOT NULL,
    effective_from INTEGER NULL,
    applied_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_revision PRIMARY KEY (id)
);
CREATE INDEX ix_cases_revision_created_at ON cases_revision (created_at);
CREATE INDEX ix_cases_revision_effective_from ON cases_revision (effective_from) WHERE applied_at IS NULL;
ALTER TABLE cases_category ADD COLUMN ended_at INTEGER NULL;
ALTER TABLE cases_category ADD COLUMN successor_code TEXT NULL;
