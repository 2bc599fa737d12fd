CREATE TABLE cases_upload (
    id TEXT NOT NULL,
    channel TEXT NOT NULL,
    file_name TEXT NOT NULL,
    division_code TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    rows INTEGER NOT NULL,
    columns TEXT NOT NULL,
    state TEXT NOT NULL,
    taken INTEGER NOT NULL,
    existing INTEGER NOT NULL,
    refusals TEXT NOT NULL,
    refused INTEGER NOT NULL,
    ended_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_upload PRIMARY KEY (id)
);
CREATE INDEX ix_cases_upload_created_at ON cases_upload (created_at);
