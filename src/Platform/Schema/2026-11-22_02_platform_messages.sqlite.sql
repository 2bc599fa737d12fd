CREATE TABLE platform_message (
    id TEXT NOT NULL CONSTRAINT pk_platform_message PRIMARY KEY,
    phone BLOB NOT NULL,
    text BLOB NOT NULL,
    purpose TEXT NOT NULL,
    subject TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NULL,
    delivered_at INTEGER NULL,
    error TEXT NULL
);
CREATE INDEX ix_platform_message_next_at ON platform_message (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX ix_platform_message_subject ON platform_message (subject);
