-- Numbered letters to units, their templates, and how far numbers are given out.
CREATE TABLE cases_official_letter (
    id uuid NOT NULL,
    kind text NOT NULL,
    year integer NOT NULL,
    sequence integer NOT NULL,
    number text NOT NULL,
    case_id uuid NOT NULL,
    case_number text NOT NULL,
    division_code text COLLATE "C" NOT NULL,
    unit_id uuid NOT NULL,
    words text NOT NULL,
    reply_by date NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    issuer_name text NOT NULL,
    hash text NOT NULL,
    length bigint NOT NULL,
    seen_at timestamp with time zone NULL,
    seen_by text NULL,
    replied_at timestamp with time zone NULL,
    replied_by text NULL,
    reply text NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_official_letter PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_official_letter_kind_year_sequence ON cases_official_letter (kind, year, sequence);
CREATE INDEX ix_cases_official_letter_division_code_issued_at ON cases_official_letter (division_code, issued_at);
CREATE INDEX ix_cases_official_letter_unit_id_issued_at ON cases_official_letter (unit_id, issued_at);
CREATE INDEX ix_cases_official_letter_case_id ON cases_official_letter (case_id);

CREATE TABLE cases_letter_template (
    kind text NOT NULL,
    hash text NOT NULL,
    length bigint NOT NULL,
    file_name text NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_cases_letter_template PRIMARY KEY (kind)
);

CREATE TABLE cases_letter_number (
    kind text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    CONSTRAINT pk_cases_letter_number PRIMARY KEY (kind, year)
);
