CREATE TABLE registry_import (
    id uuid NOT NULL,
    type_code text NOT NULL,
    file_name text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    header text NOT NULL,
    rows integer NOT NULL,
    columns text NOT NULL,
    key_field text NULL,
    state text NOT NULL,
    through integer NOT NULL,
    added integer NOT NULL,
    changed integer NOT NULL,
    same integer NOT NULL,
    refused integer NOT NULL,
    kept integer NOT NULL,
    ended_at timestamp with time zone NULL,
    version integer NOT NULL,
    CONSTRAINT pk_registry_import PRIMARY KEY (id)
);
CREATE INDEX ix_registry_import_created_at ON registry_import (created_at);
CREATE TABLE registry_import_part (
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    place integer NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_registry_import_part PRIMARY KEY (id)
);
CREATE INDEX ix_registry_import_part_import_id_place ON registry_import_part (import_id, place);
CREATE TABLE registry_import_row (
    import_id uuid NOT NULL,
    line integer NOT NULL,
    outcome text NOT NULL,
    record_id uuid NULL,
    state_id uuid NULL,
    record_version integer NULL,
    reason text NULL,
    kept boolean NOT NULL,
    CONSTRAINT pk_registry_import_row PRIMARY KEY (import_id, line)
);
