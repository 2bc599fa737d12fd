CREATE TABLE registry_type (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    in_group TEXT NOT NULL,
    icon TEXT NOT NULL,
    rank INTEGER NOT NULL,
    title_field TEXT NOT NULL,
    of_person INTEGER NOT NULL,
    active INTEGER NOT NULL,
    version INTEGER NOT NULL,
    fields TEXT NOT NULL,
    CONSTRAINT pk_registry_type PRIMARY KEY (code)
);
CREATE TABLE registry_record (
    id TEXT NOT NULL,
    type_code TEXT NOT NULL,
    division_code TEXT NOT NULL,
    title TEXT NOT NULL,
    address TEXT NULL,
    longitude REAL NULL,
    latitude REAL NULL,
    ended_on TEXT NULL,
    added_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_registry_record PRIMARY KEY (id)
);
CREATE INDEX ix_registry_record_list ON registry_record (type_code, division_code, id) WHERE ended_on IS NULL;
CREATE INDEX ix_registry_record_ended ON registry_record (type_code, division_code, id) WHERE ended_on IS NOT NULL;
CREATE TABLE registry_state (
    id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    superseded_at INTEGER NULL,
    gone INTEGER NOT NULL,
    corrects TEXT NULL,
    source TEXT NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    remark TEXT NULL,
    division_code TEXT NOT NULL,
    address TEXT NULL,
    longitude REAL NULL,
    latitude REAL NULL,
    facts TEXT NOT NULL,
    masks TEXT NOT NULL,
    personal BLOB NULL,
    sensitive BLOB NULL,
    CONSTRAINT pk_registry_state PRIMARY KEY (id)
);
CREATE INDEX ix_registry_state_record_id ON registry_state (record_id);
CREATE TABLE registry_key (
    fingerprint TEXT NOT NULL,
    record_id TEXT NOT NULL,
    CONSTRAINT pk_registry_key PRIMARY KEY (fingerprint, record_id)
);
CREATE INDEX ix_registry_key_record_id ON registry_key (record_id);
CREATE TABLE registry_facet (
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    type_code TEXT NOT NULL,
    division_code TEXT NOT NULL,
    CONSTRAINT pk_registry_facet PRIMARY KEY (record_id, field)
);
CREATE INDEX ix_registry_facet_count ON registry_facet (type_code, field, value, division_code, record_id);
CREATE VIRTUAL TABLE registry_words USING fts5 (record_id UNINDEXED, tokens, tokenize = 'unicode61');
CREATE TABLE registry_look (
    id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor_id TEXT NULL,
    actor_name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    fields TEXT NOT NULL,
    CONSTRAINT pk_registry_look PRIMARY KEY (id)
);
CREATE INDEX ix_registry_look_record_id ON registry_look (record_id);
CREATE INDEX ix_registry_look_at ON registry_look (at);
