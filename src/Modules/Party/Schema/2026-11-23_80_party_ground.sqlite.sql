CREATE TABLE party_organisation (
    id TEXT NOT NULL CONSTRAINT pk_party_organisation PRIMARY KEY,
    division_code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    above_id TEXT NULL,
    building_id TEXT NULL,
    secretary TEXT NULL,
    phone BLOB NULL,
    member_count INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT NULL,
    end_reason TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_party_organisation_division_code ON party_organisation (division_code);
CREATE INDEX ix_party_organisation_above_id ON party_organisation (above_id);

CREATE TABLE party_member (
    id TEXT NOT NULL CONSTRAINT pk_party_member PRIMARY KEY,
    division_code TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    home_unit TEXT NULL,
    phone BLOB NULL,
    account_id TEXT NULL,
    since TEXT NOT NULL,
    until TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_party_member_division_code ON party_member (division_code);
CREATE INDEX ix_party_member_organisation_id ON party_member (organisation_id);
CREATE UNIQUE INDEX ix_party_member_account_id ON party_member (account_id) WHERE account_id IS NOT NULL AND until IS NULL;

CREATE TABLE party_adoption (
    id TEXT NOT NULL CONSTRAINT pk_party_adoption PRIMARY KEY,
    division_code TEXT NOT NULL,
    building_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NULL,
    end_reason TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_party_adoption_division_code ON party_adoption (division_code);
CREATE INDEX ix_party_adoption_building_id ON party_adoption (building_id);
CREATE UNIQUE INDEX ix_party_adoption_member_id_building_id ON party_adoption (member_id, building_id) WHERE until IS NULL;

CREATE TABLE party_entry (
    id TEXT NOT NULL CONSTRAINT pk_party_entry PRIMARY KEY,
    division_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    details TEXT NULL,
    owner TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_party_entry_division_code ON party_entry (division_code);

CREATE TABLE party_project (
    id TEXT NOT NULL CONSTRAINT pk_party_project PRIMARY KEY,
    division_code TEXT NOT NULL,
    title TEXT NOT NULL,
    lead_id TEXT NOT NULL,
    need_id TEXT NULL,
    resource_id TEXT NULL,
    starts_on TEXT NULL,
    ends_on TEXT NULL,
    state TEXT NOT NULL,
    result TEXT NULL,
    people_served INTEGER NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_party_project_division_code ON party_project (division_code);
CREATE INDEX ix_party_project_need_id ON party_project (need_id);

CREATE TABLE party_partner (
    id TEXT NOT NULL CONSTRAINT pk_party_partner PRIMARY KEY,
    project_id TEXT NOT NULL,
    organisation_id TEXT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_party_partner_project_id_name ON party_partner (project_id, name);

CREATE TABLE party_project_event (
    id TEXT NOT NULL CONSTRAINT pk_party_project_event PRIMARY KEY,
    project_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    acted_by TEXT NOT NULL,
    state TEXT NULL,
    remark TEXT NULL
);
CREATE INDEX ix_party_project_event_project_id ON party_project_event (project_id);
