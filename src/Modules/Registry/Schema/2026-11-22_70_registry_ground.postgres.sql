CREATE TABLE registry_type (
    code text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    in_group text NOT NULL,
    icon text NOT NULL,
    rank integer NOT NULL,
    title_field text NOT NULL,
    of_person boolean NOT NULL,
    active boolean NOT NULL,
    version integer NOT NULL,
    fields text NOT NULL,
    CONSTRAINT pk_registry_type PRIMARY KEY (code)
);
CREATE TABLE registry_record (
    id uuid NOT NULL,
    type_code text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    title text NOT NULL,
    address text NULL,
    longitude double precision NULL,
    latitude double precision NULL,
    ended_on date NULL,
    added_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_registry_record PRIMARY KEY (id)
);
CREATE INDEX ix_registry_record_list ON registry_record (type_code, division_code, id) WHERE ended_on IS NULL;
CREATE INDEX ix_registry_record_ended ON registry_record (type_code, division_code, id) WHERE ended_on IS NOT NULL;
CREATE TABLE registry_state (
    id uuid NOT NULL,
    record_id uuid NOT NULL,
    kind text NOT NULL,
    valid_from date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    superseded_at timestamp with time zone NULL,
    gone boolean NOT NULL,
    corrects uuid NULL,
    source text NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    remark text NULL,
    division_code text NOT NULL,
    address text NULL,
    longitude double precision NULL,
    latitude double precision NULL,
    facts text NOT NULL,
    masks text NOT NULL,
    personal bytea NULL,
    sensitive bytea NULL,
    CONSTRAINT pk_registry_state PRIMARY KEY (id)
);
CREATE INDEX ix_registry_state_record_id ON registry_state (record_id);
CREATE TABLE registry_key (
    fingerprint text NOT NULL,
    record_id uuid NOT NULL,
    CONSTRAINT pk_registry_key PRIMARY KEY (fingerprint, record_id)
);
CREATE INDEX ix_registry_key_record_id ON registry_key (record_id);
CREATE TABLE registry_facet (
    record_id uuid NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    type_code text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    CONSTRAINT pk_registry_facet PRIMARY KEY (record_id, field)
);
CREATE INDEX ix_registry_facet_count ON registry_facet (type_code, field, value, division_code, record_id);
CREATE TABLE registry_words (
    rowid bigint NOT NULL,
    record_id uuid NOT NULL,
    tokens text NOT NULL,
    vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', tokens)) STORED,
    CONSTRAINT pk_registry_words PRIMARY KEY (rowid)
);
CREATE INDEX ix_registry_words_vector ON registry_words USING gin (vector);
CREATE TABLE registry_look (
    id uuid NOT NULL,
    record_id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid NULL,
    actor_name text NOT NULL,
    purpose text NOT NULL,
    fields text NOT NULL,
    CONSTRAINT pk_registry_look PRIMARY KEY (id)
);
CREATE INDEX ix_registry_look_record_id ON registry_look (record_id);
CREATE INDEX ix_registry_look_at ON registry_look (at);
