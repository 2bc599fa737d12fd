-- Weekly bulletins of districts and streets.
CREATE TABLE cases_bulletin (
    id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    week TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    word_hash TEXT NOT NULL,
    word_length INTEGER NOT NULL,
    excel_hash TEXT NOT NULL,
    excel_length INTEGER NOT NULL,
    CONSTRAINT pk_cases_bulletin PRIMARY KEY (id)
);
CREATE INDEX ix_cases_bulletin_week_division_code ON cases_bulletin (week, division_code);

-- What units ask not to be scored for.
ALTER TABLE cases_case ADD COLUMN excused_unit_id TEXT NULL;
CREATE TABLE cases_appeal (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    division_code TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    asker_id TEXT NULL,
    asker_name TEXT NOT NULL,
    granted INTEGER NULL,
    decided_at INTEGER NULL,
    decided_by TEXT NULL,
    answer TEXT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_cases_appeal PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_appeal_case_id_round_unit_id ON cases_appeal (case_id, round, unit_id);
CREATE INDEX ix_cases_appeal_division_code_asked_at ON cases_appeal (division_code, asked_at) WHERE decided_at IS NULL;
