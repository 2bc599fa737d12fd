CREATE TABLE registry_import (
    id TEXT NOT NULL,
    type_code TEXT NOT NULL,
    file_name TEXT NOT NULL,
    division_code TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    header TEXT NOT NULL,
    rows INTEGER NOT NULL,
    columns TEXT NOT NULL,
    key_field TEXT NULL,
    state TEXT NOT NULL,
    through INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    same INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    ended_at INTEGER NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_registry_import PRIMARY KEY (id)
);
CREATE INDEX ix_registry_import_created_at ON registry_import (created_at);
CREATE TABLE registry_import_part (
    id TEXT NOT NULL,
    import_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_registry_import_part PRIMARY KEY (id)
);
CREATE INDEX ix_registry_import_part_import_id_place ON registry_import_part (import_id, place);
CREATE TABLE registry_import_row (
    import_id TEXT NOT NULL,
    line INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    record_id TEXT NULL,
    state_id TEXT NULL,
    record_version INTEGER NULL,
    reason TEXT NULL,
    kept INTEGER NOT NULL,
    CONSTRAINT pk_registry_import_row PRIMARY KEY (import_id, line)
);
