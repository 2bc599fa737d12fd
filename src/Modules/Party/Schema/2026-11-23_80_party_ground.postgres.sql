CREATE TABLE party_organisation (
    id uuid NOT NULL CONSTRAINT pk_party_organisation PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    name text NOT NULL,
    kind integer NOT NULL,
    above_id uuid NULL,
    building_id uuid NULL,
    secretary text NULL,
    phone bytea NULL,
    member_count integer NOT NULL,
    since date NOT NULL,
    until date NULL,
    end_reason text NULL,
    version integer NOT NULL
);
CREATE INDEX ix_party_organisation_division_code ON party_organisation (division_code);
CREATE INDEX ix_party_organisation_above_id ON party_organisation (above_id);

CREATE TABLE party_member (
    id uuid NOT NULL CONSTRAINT pk_party_member PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    home_unit text NULL,
    phone bytea NULL,
    account_id uuid NULL,
    since date NOT NULL,
    until date NULL,
    version integer NOT NULL
);
CREATE INDEX ix_party_member_division_code ON party_member (division_code);
CREATE INDEX ix_party_member_organisation_id ON party_member (organisation_id);
CREATE UNIQUE INDEX ix_party_member_account_id ON party_member (account_id) WHERE account_id IS NOT NULL AND until IS NULL;

CREATE TABLE party_adoption (
    id uuid NOT NULL CONSTRAINT pk_party_adoption PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    building_id uuid NOT NULL,
    member_id uuid NOT NULL,
    since date NOT NULL,
    until date NULL,
    end_reason text NULL,
    version integer NOT NULL
);
CREATE INDEX ix_party_adoption_division_code ON party_adoption (division_code);
CREATE INDEX ix_party_adoption_building_id ON party_adoption (building_id);
CREATE UNIQUE INDEX ix_party_adoption_member_id_building_id ON party_adoption (member_id, building_id) WHERE until IS NULL;

CREATE TABLE party_entry (
    id uuid NOT NULL CONSTRAINT pk_party_entry PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    details text NULL,
    owner text NOT NULL,
    since date NOT NULL,
    until date NULL,
    version integer NOT NULL
);
CREATE INDEX ix_party_entry_division_code ON party_entry (division_code);

CREATE TABLE party_project (
    id uuid NOT NULL CONSTRAINT pk_party_project PRIMARY KEY,
    division_code text COLLATE "C" NOT NULL,
    title text NOT NULL,
    lead_id uuid NOT NULL,
    need_id uuid NULL,
    resource_id uuid NULL,
    starts_on date NULL,
    ends_on date NULL,
    state text NOT NULL,
    result text NULL,
    people_served integer NULL,
    version integer NOT NULL
);
CREATE INDEX ix_party_project_division_code ON party_project (division_code);
CREATE INDEX ix_party_project_need_id ON party_project (need_id);

CREATE TABLE party_partner (
    id uuid NOT NULL CONSTRAINT pk_party_partner PRIMARY KEY,
    project_id uuid NOT NULL,
    organisation_id uuid NULL,
    name text NOT NULL,
    position integer NOT NULL
);
CREATE UNIQUE INDEX ix_party_partner_project_id_name ON party_partner (project_id, name);

CREATE TABLE party_project_event (
    id uuid NOT NULL CONSTRAINT pk_party_project_event PRIMARY KEY,
    project_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    acted_by text NOT NULL,
    state text NULL,
    remark text NULL
);
CREATE INDEX ix_party_project_event_project_id ON party_project_event (project_id);
