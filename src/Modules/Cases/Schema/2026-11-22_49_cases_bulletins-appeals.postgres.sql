-- Weekly bulletins of districts and streets.
CREATE TABLE cases_bulletin (
    id uuid NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    week date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by text NOT NULL,
    word_hash text NOT NULL,
    word_length bigint NOT NULL,
    excel_hash text NOT NULL,
    excel_length bigint NOT NULL,
    CONSTRAINT pk_cases_bulletin PRIMARY KEY (id)
);
CREATE INDEX ix_cases_bulletin_week_division_code ON cases_bulletin (week, division_code);

-- What units ask not to be scored for.
ALTER TABLE cases_case ADD COLUMN excused_unit_id uuid NULL;
CREATE TABLE cases_appeal (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    round integer NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    unit_id uuid NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asker_id uuid NULL,
    asker_name text NOT NULL,
    granted boolean NULL,
    decided_at timestamp with time zone NULL,
    decided_by text NULL,
    answer text NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_appeal PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_appeal_case_id_round_unit_id ON cases_appeal (case_id, round, unit_id);
CREATE INDEX ix_cases_appeal_division_code_asked_at ON cases_appeal (division_code, asked_at) WHERE decided_at IS NULL;
