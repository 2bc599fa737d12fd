ALTER TABLE registry_need ADD COLUMN signal TEXT NULL;
ALTER TABLE registry_need ADD COLUMN signal_at INTEGER NULL;
CREATE TABLE registry_signal (
    id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    division_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    visits INTEGER NOT NULL,
    CONSTRAINT pk_registry_signal PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_registry_signal_once ON registry_signal (device_id, kind, at);
