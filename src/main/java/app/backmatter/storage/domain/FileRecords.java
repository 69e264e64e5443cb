package app.backmatter.storage.domain;

import app.backmatter.storage.FileId;
import org.springframework.data.jpa.repository.JpaRepository;

interface FileRecords extends JpaRepository<FileRecord, FileId> {}
