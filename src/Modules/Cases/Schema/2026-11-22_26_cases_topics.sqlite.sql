-- What many report at the same time, and answers for whoever reports it next.
CREATE TABLE cases_hot_topic (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    division_code TEXT NOT NULL,
    category_code TEXT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    this_week INTEGER NOT NULL,
    week_before INTEGER NOT NULL,
    case_ids TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    CONSTRAINT pk_cases_hot_topic PRIMARY KEY (id)
);
CREATE INDEX ix_cases_hot_topic_division_code ON cases_hot_topic (division_code);

CREATE TABLE cases_ready_answer (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    answer TEXT NOT NULL,
    division_code TEXT NOT NULL,
    category_code TEXT NULL,
    valid_to INTEGER NOT NULL,
    writer_id TEXT NOT NULL,
    writer_name TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    reviewer_name TEXT NULL,
    reviewed_at INTEGER NULL,
    ended_at INTEGER NULL,
    CONSTRAINT pk_cases_ready_answer PRIMARY KEY (id)
);
CREATE INDEX ix_cases_ready_answer_valid_to ON cases_ready_answer (valid_to) WHERE ended_at IS NULL;
