CREATE TABLE grids_zone (
    id TEXT NOT NULL CONSTRAINT pk_grids_zone PRIMARY KEY,
    name TEXT NOT NULL,
    division_code TEXT NOT NULL,
    ended_on TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_grids_zone_division_code ON grids_zone (division_code);

CREATE TABLE grids_zone_grid (
    id TEXT NOT NULL CONSTRAINT pk_grids_zone_grid PRIMARY KEY,
    zone_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NULL
);
CREATE INDEX ix_grids_zone_grid_zone_id ON grids_zone_grid (zone_id);
CREATE UNIQUE INDEX ix_grids_zone_grid_division_code ON grids_zone_grid (division_code) WHERE until IS NULL;

CREATE TABLE grids_team_member (
    id TEXT NOT NULL CONSTRAINT pk_grids_team_member PRIMARY KEY,
    division_code TEXT NOT NULL,
    role TEXT NOT NULL,
    account_id TEXT NULL,
    name TEXT NULL,
    phone BLOB NULL,
    hours TEXT NULL,
    since TEXT NOT NULL,
    until TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_grids_team_member_division_code ON grids_team_member (division_code);
CREATE INDEX ix_grids_team_member_account_id ON grids_team_member (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE grids_absence (
    id TEXT NOT NULL CONSTRAINT pk_grids_absence PRIMARY KEY,
    account_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    ended_at INTEGER NULL,
    ended_by TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_grids_absence_account_id_last_day ON grids_absence (account_id, last_day);
CREATE INDEX ix_grids_absence_division_code ON grids_absence (division_code);
