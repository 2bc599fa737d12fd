CREATE TABLE registry_link (
    id TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_by TEXT NOT NULL,
    CONSTRAINT pk_registry_link PRIMARY KEY (id)
);
CREATE INDEX ix_registry_link_from_id ON registry_link (from_id);
CREATE INDEX ix_registry_link_to_id ON registry_link (to_id);
CREATE TABLE registry_need (
    id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NULL,
    by_rule INTEGER NOT NULL,
    tagged_by TEXT NOT NULL,
    every INTEGER NOT NULL,
    next_visit TEXT NULL,
    ended_on TEXT NULL,
    ended_by TEXT NULL,
    ended_why TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_registry_need PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_registry_need_once ON registry_need (record_id, kind) WHERE ended_on IS NULL;
CREATE INDEX ix_registry_need_due ON registry_need (next_visit, division_code, kind) WHERE next_visit IS NOT NULL;
CREATE TABLE registry_visit (
    id TEXT NOT NULL,
    need_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    outcome TEXT NOT NULL,
    words BLOB NULL,
    CONSTRAINT pk_registry_visit PRIMARY KEY (id)
);
CREATE INDEX ix_registry_visit_record_id ON registry_visit (record_id);
