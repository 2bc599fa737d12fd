-- Extra questions of categories, version by version, and what was answered to them.
CREATE TABLE cases_question (
    id TEXT NOT NULL,
    category_code TEXT NOT NULL,
    code TEXT NOT NULL,
    rank INTEGER NOT NULL,
    kind TEXT NOT NULL,
    wording TEXT NOT NULL,
    wording_en TEXT NOT NULL,
    required INTEGER NOT NULL,
    choices TEXT NOT NULL,
    asked_after TEXT NULL,
    asked_when TEXT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER NULL,
    CONSTRAINT pk_cases_question PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_cases_question_category_code_code ON cases_question (category_code, code) WHERE valid_to IS NULL;

CREATE TABLE cases_answer (
    case_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    given TEXT NOT NULL,
    CONSTRAINT pk_cases_answer PRIMARY KEY (case_id, question_id)
);
