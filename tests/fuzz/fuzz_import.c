/* fuzz_import.c -- any bytes as a tar file to be imported: refused without a
 * trace, or published; nothing appears beside the archive. */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_verbs.h"
#include "paths.h"
#include "tree.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { IMPORTED_AT = 1790000000 };

static void
write_file(const char *path, const uint8_t *bytes, size_t size)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (file < 0 || write(file, bytes, size) != (ssize_t)size)
		abort();
	close(file);
}

static size_t
count_names(const char *folder, bool only_drafts)
{
	struct dirent *entry;
	size_t count = 0;
	DIR *names = opendir(folder);

	while (names != NULL && (entry = readdir(names)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
			strcmp(entry->d_name, "..") != 0 &&
			(!only_drafts ||
				strncmp(entry->d_name, ".tmp-", 5) == 0))
			count++;
	if (names != NULL)
		closedir(names);
	return count;
}

static void
check_import(const char *folder, const char *parcel)
{
	char archive[PATH_MAX];
	struct archive opened = { 0 };
	int status;

	if (path_join(archive, folder, "archive") != 0 ||
		mkdir(archive, 0700) != 0)
		abort();
	status = archive_import(archive, parcel, IMPORTED_AT);
	if (count_names(folder, false) > 2 || count_names(archive, true) != 0 ||
		archive_open(&opened, archive) != 0 ||
		opened.count != (status == 0)) {
		fprintf(stderr, "import left what it should not\n");
		abort();
	}
	archive_close(&opened);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char folder[] = "/tmp/twinmap-fuzz-import-XXXXXX";
	char parcel[PATH_MAX];

	if (mkdtemp(folder) == NULL ||
		path_join(parcel, folder, "parcel.tar") != 0)
		abort();
	write_file(parcel, bytes, size);
	check_import(folder, parcel);
	tree_remove(folder);
	return 0;
}
