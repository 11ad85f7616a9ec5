import GRDB

/// The tables of a history, and how older ones become them.
///
/// What was put in stands in `content`, `part` and `snapshot` and is never changed; `step` is worked out from it and
/// can be worked out again.
enum HistorySchema {
    /// In the file's `user_version`; a higher one is refused.
    static let version = 2
    /// In the file's `application_id`: `pdwn`.
    static let application = 0x7064_776E
    /// Most blobs are a few kilobytes; smaller pages waste less at their ends.
    static let pageSize = 2048

    static func create(_ db: Database) throws {
        try db.execute(sql: tables)
        try db.execute(sql: "PRAGMA application_id = \(application)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Brings an older file up to date, one version at a time, in the caller's transaction.
    static func migrate(_ db: Database, from found: Int) throws {
        if found < 2 {
            // Version 1 did not know which files there were, nor that snapshot files had been taken over.
            try db.execute(sql: "ALTER TABLE snapshot ADD COLUMN files INTEGER REFERENCES part(id)")
            try db.execute(sql: "ALTER TABLE state ADD COLUMN imported INTEGER NOT NULL DEFAULT 0")
        }
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static let tables = """
        -- The findings of snapshots: whole, or as what is different from another one (ContentDelta, deflated).
        CREATE TABLE content (
            -- Never used again, so that what is remembered of one is right or not there.
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            base INTEGER REFERENCES content(id),
            -- How many differences lead here from a whole one, and their bytes and its bytes, all before compression.
            depth INTEGER NOT NULL,
            weight INTEGER NOT NULL,
            whole INTEGER NOT NULL,
            data BLOB NOT NULL
        );
        CREATE INDEX contentByBase ON content(base) WHERE base IS NOT NULL;
        -- Parts of headers that several snapshots share (PackedHeader).
        CREATE TABLE part (
            id INTEGER PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE,
            data BLOB NOT NULL
        );
        CREATE TABLE snapshot (
            id INTEGER PRIMARY KEY,
            -- What makes it that one: a digest over commit, tool and rules.
            key BLOB NOT NULL UNIQUE,
            -- Its place in time: seconds, then parents before children, then when it was taken, then its key.
            moment INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            taken INTEGER NOT NULL,
            -- The moment without regard to its parent.
            own INTEGER NOT NULL,
            "commit" TEXT NOT NULL,
            parent TEXT,
            rules TEXT NOT NULL,
            -- NULL when its findings were pruned.
            content INTEGER REFERENCES content(id),
            header BLOB NOT NULL,
            frame INTEGER NOT NULL REFERENCES part(id),
            tests INTEGER NOT NULL REFERENCES part(id),
            problems INTEGER NOT NULL REFERENCES part(id),
            exact BLOB,
            -- What was known about files: old and new paths since the parent, and hashes of all files there are.
            renames BLOB,
            files INTEGER REFERENCES part(id)
        );
        CREATE INDEX snapshotByCommit ON snapshot("commit") WHERE "commit" <> '';
        CREATE INDEX snapshotByParent ON snapshot(parent) WHERE parent IS NOT NULL;
        CREATE INDEX snapshotByContent ON snapshot(content);
        CREATE INDEX snapshotByTime ON snapshot(moment, generation, taken, key);
        -- From a snapshot's predecessor in time to it (SnapshotStep); worked out, up to a moment.
        CREATE TABLE step (
            snapshot INTEGER PRIMARY KEY REFERENCES snapshot(id) ON DELETE CASCADE,
            previous INTEGER REFERENCES snapshot(id) ON DELETE CASCADE,
            firstLife INTEGER NOT NULL,
            counts BLOB NOT NULL,
            births BLOB NOT NULL,
            deaths BLOB NOT NULL,
            flow BLOB NOT NULL,
            lives BLOB
        );
        -- One row: how often the history was changed, the last snapshot whose step is worked out, and whether the snapshot
        -- files beside it were taken over.
        CREATE TABLE state (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            revision INTEGER NOT NULL,
            settled INTEGER,
            imported INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO state (id, revision) VALUES (1, 0);
        """
}
