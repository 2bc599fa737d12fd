CREATE TABLE workforce_post (
    id TEXT NOT NULL CONSTRAINT pk_workforce_post PRIMARY KEY,
    division_code TEXT NOT NULL,
    name TEXT NOT NULL,
    seats INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_workforce_post_division_code ON workforce_post (division_code);

CREATE TABLE workforce_worker (
    id TEXT NOT NULL CONSTRAINT pk_workforce_worker PRIMARY KEY,
    division_code TEXT NOT NULL,
    name TEXT NOT NULL,
    phone BLOB NULL,
    post_id TEXT NOT NULL,
    unit_id TEXT NULL,
    account_id TEXT NULL,
    annual_leave INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_workforce_worker_division_code ON workforce_worker (division_code);
CREATE INDEX ix_workforce_worker_account_id ON workforce_worker (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE workforce_roster (
    id TEXT NOT NULL CONSTRAINT pk_workforce_roster PRIMARY KEY,
    division_code TEXT NOT NULL,
    monday TEXT NOT NULL,
    published_at INTEGER NULL,
    published_by TEXT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_workforce_roster_division_code_monday ON workforce_roster (division_code, monday);

CREATE TABLE workforce_shift (
    id TEXT NOT NULL CONSTRAINT pk_workforce_shift PRIMARY KEY,
    roster_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL
);
CREATE INDEX ix_workforce_shift_roster_id ON workforce_shift (roster_id);
CREATE UNIQUE INDEX ix_workforce_shift_worker_id_day ON workforce_shift (worker_id, day);
CREATE INDEX ix_workforce_shift_day_division_code ON workforce_shift (day, division_code);

CREATE TABLE workforce_leave (
    id TEXT NOT NULL CONSTRAINT pk_workforce_leave PRIMARY KEY,
    worker_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason BLOB NULL,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT NULL,
    decided_at INTEGER NULL,
    answer TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX ix_workforce_leave_division_code ON workforce_leave (division_code);
CREATE INDEX ix_workforce_leave_worker_id ON workforce_leave (worker_id);
