-- Messages go out by more ways than one, and what became of them is kept beyond their words: state, masked address, each attempt.
ALTER TABLE platform_message RENAME TO platform_message_before;
CREATE TABLE platform_message (
    id TEXT NOT NULL CONSTRAINT pk_platform_message PRIMARY KEY,
    way TEXT NOT NULL,
    address BLOB NULL,
    text BLOB NULL,
    masked_address TEXT NULL,
    title TEXT NULL,
    purpose TEXT NOT NULL,
    subject TEXT NOT NULL,
    division_code TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    receipt INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NULL,
    delivered_at INTEGER NULL,
    error TEXT NULL
);
INSERT INTO platform_message
SELECT id, 'Sms', phone, text, NULL, NULL, purpose, subject, '', purpose = 'identity.phone-code', 0, created_at,
    CASE WHEN delivered_at IS NOT NULL THEN 'Delivered' WHEN next_at IS NOT NULL THEN 'Waiting' ELSE 'GivenUp' END,
    attempts, next_at, delivered_at, error
FROM platform_message_before;
DROP TABLE platform_message_before;
CREATE INDEX ix_platform_message_next_at ON platform_message (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX ix_platform_message_subject ON platform_message (subject);
CREATE INDEX ix_platform_message_state_id ON platform_message (state, id);
CREATE INDEX ix_platform_message_created_at ON platform_message (created_at);

CREATE TABLE platform_delivery_attempt (
    id TEXT NOT NULL CONSTRAINT pk_platform_delivery_attempt PRIMARY KEY,
    message_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    error TEXT NULL
);
CREATE INDEX ix_platform_delivery_attempt_message_id ON platform_delivery_attempt (message_id);
CREATE INDEX ix_platform_delivery_attempt_at ON platform_delivery_attempt (at);
