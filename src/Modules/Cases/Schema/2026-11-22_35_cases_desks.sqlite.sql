-- Cases settled on the spot, passed up and down, split into parts, and discussed between units.
ALTER TABLE cases_case ADD COLUMN desk TEXT NULL;
ALTER TABLE cases_case ADD COLUMN local INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN whole_id TEXT NULL;
ALTER TABLE cases_case ADD COLUMN parts_open INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases_case ADD COLUMN parts_late INTEGER NOT NULL DEFAULT 0;
UPDATE cases_case SET local = 1 WHERE unit_id IN (SELECT id FROM grids_unit WHERE length(division_code) > 6);
CREATE INDEX ix_cases_case_whole_id ON cases_case (whole_id) WHERE whole_id IS NOT NULL;

CREATE TABLE cases_consultation (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    unit_id TEXT NULL,
    concluded_at INTEGER NULL,
    conclusion TEXT NULL,
    CONSTRAINT pk_cases_consultation PRIMARY KEY (id)
);
CREATE INDEX ix_cases_consultation_case_id ON cases_consultation (case_id);

CREATE TABLE cases_consultation_remark (
    id TEXT NOT NULL,
    consultation_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    unit_id TEXT NULL,
    text TEXT NOT NULL,
    answers_id TEXT NULL,
    CONSTRAINT pk_cases_consultation_remark PRIMARY KEY (id)
);
CREATE INDEX ix_cases_consultation_remark_consultation_id ON cases_consultation_remark (consultation_id);

CREATE TABLE cases_consultation_decision (
    id TEXT NOT NULL,
    consultation_id TEXT NOT NULL,
    text TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    due_on TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    done_at INTEGER NULL,
    done_by TEXT NULL,
    CONSTRAINT pk_cases_consultation_decision PRIMARY KEY (id)
);
CREATE INDEX ix_cases_consultation_decision_consultation_id ON cases_consultation_decision (consultation_id);
