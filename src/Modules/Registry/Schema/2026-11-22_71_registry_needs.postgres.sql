CREATE TABLE registry_link (
    id uuid NOT NULL,
    from_id uuid NOT NULL,
    to_id uuid NOT NULL,
    kind text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT pk_registry_link PRIMARY KEY (id)
);
CREATE INDEX ix_registry_link_from_id ON registry_link (from_id);
CREATE INDEX ix_registry_link_to_id ON registry_link (to_id);
CREATE TABLE registry_need (
    id uuid NOT NULL,
    record_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    since date NOT NULL,
    until date NULL,
    by_rule boolean NOT NULL,
    tagged_by text NOT NULL,
    every integer NOT NULL,
    next_visit date NULL,
    ended_on date NULL,
    ended_by text NULL,
    ended_why text NULL,
    version integer NOT NULL,
    CONSTRAINT pk_registry_need PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_registry_need_once ON registry_need (record_id, kind) WHERE ended_on IS NULL;
CREATE INDEX ix_registry_need_due ON registry_need (next_visit, division_code, kind) WHERE next_visit IS NOT NULL;
CREATE TABLE registry_visit (
    id uuid NOT NULL,
    need_id uuid NOT NULL,
    record_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    outcome text NOT NULL,
    words bytea NULL,
    CONSTRAINT pk_registry_visit PRIMARY KEY (id)
);
CREATE INDEX ix_registry_visit_record_id ON registry_visit (record_id);
