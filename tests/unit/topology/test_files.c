/* test_files.c -- whole files and folders, and what stops them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "capture.h"
#include "files.h"
#include "memory.h"
#include "paths.h"
#include "scratch.h"

static void
what_is_written_is_read(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
	} cases[] = { { "", 0 }, { "a", 1 }, { "a\0b\n", 4 } };
	const char *path = scratch_path("file");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t length;
		char *bytes;

		assert_int_equal(
			file_replace(path, cases[i].bytes, cases[i].length), 0);
		bytes = file_read(path, &length);
		assert_int_equal(length, cases[i].length);
		assert_memory_equal(bytes, cases[i].bytes, length + 1);
		free(bytes);
		assert_int_not_equal(access(scratch_path("file.new"), F_OK), 0);
	}
}

static void
a_large_file_is_whole(void **state)
{
	size_t size = 300000, length;
	char *bytes = memory_zeroed(size);
	char *again;

	(void)state;
	memset(bytes, 'x', size);
	assert_int_equal(file_replace(scratch_path("large"), bytes, size), 0);
	again = file_read(scratch_path("large"), &length);
	assert_int_equal(length, size);
	assert_memory_equal(bytes, again, size);
	free(bytes);
	free(again);
}

static void
failures_are_told_and_leave_nothing(void **state)
{
	(void)state;
	capture_begin();
	assert_null(file_read(scratch_path("missing"), NULL));
	capture_holds("missing: No such file or directory\n");
	capture_begin();
	assert_null(file_read(scratch_folder, NULL));
	capture_holds("Is a directory\n");
	assert_int_equal(mkdir(scratch_path("folder"), 0777), 0);
	capture_begin();
	assert_int_equal(file_replace(scratch_path("folder"), "a", 1), -1);
	capture_holds("folder: Is a directory\n");
	assert_int_not_equal(access(scratch_path("folder.new"), F_OK), 0);
	capture_begin();
	assert_int_equal(file_replace(scratch_path("no/file"), "a", 1), -1);
	capture_holds("no/file: No such file or directory\n");
}

static void
links_stay_where_they_are(void **state)
{
	struct stat found;
	char *bytes;

	(void)state;
	assert_int_equal(file_replace(scratch_path("target"), "old", 3), 0);
	assert_int_equal(symlink("target", scratch_path("link")), 0);
	assert_int_equal(file_replace(scratch_path("link"), "new", 3), 0);
	assert_int_equal(lstat(scratch_path("link"), &found), 0);
	assert_true(S_ISLNK(found.st_mode));
	bytes = file_read(scratch_path("target"), NULL);
	assert_string_equal(bytes, "new");
	free(bytes);
}

/* As root a file took the place of a device. */
static void
pipes_are_written_to(void **state)
{
	const char *path = scratch_path("pipe");
	struct stat found;
	char bytes[8] = "";
	int reader;

	(void)state;
	assert_false(file_is_stream(path));
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_true(file_is_stream(path));
	reader = open(path, O_RDONLY | O_NONBLOCK);
	assert_true(reader >= 0);
	assert_int_equal(file_replace(path, "new", 3), 0);
	assert_int_equal(read(reader, bytes, sizeof(bytes)), 3);
	assert_string_equal(bytes, "new");
	assert_int_equal(lstat(path, &found), 0);
	assert_true(S_ISFIFO(found.st_mode));
	assert_int_not_equal(access(scratch_path("pipe.new"), F_OK), 0);
	close(reader);
}

static void
folders_are_made_once(void **state)
{
	struct stat found;

	(void)state;
	assert_int_equal(make_folders(scratch_path("a/b/c")), 0);
	assert_int_equal(make_folders(scratch_path("a/b/c")), 0);
	assert_int_equal(stat(scratch_path("a/b/c"), &found), 0);
	assert_true(S_ISDIR(found.st_mode));
	assert_int_equal(file_replace(scratch_path("a/file"), "", 0), 0);
	assert_int_equal(make_folders(scratch_path("a/file/b")), -1);
	assert_int_equal(make_folders(scratch_path("a/file")), -1);
}

static void
own_folders_are_below_tmpdir(void **state)
{
	const char *before = getenv("TMPDIR");
	char *kept = before != NULL ? strdup(before) : NULL;
	char path[PATH_MAX];

	(void)state;
	setenv("TMPDIR", scratch_folder, 1);
	assert_int_equal(make_own_folder(path, "own"), 0);
	assert_int_equal(strncmp(path, scratch_path("own-"),
				 strlen(scratch_path("own-"))),
		0);
	assert_int_equal(rmdir(path), 0);
	setenv("TMPDIR", "relative", 1);
	assert_int_equal(make_own_folder(path, "own"), 0);
	assert_int_equal(strncmp(path, "/tmp/own-", strlen("/tmp/own-")), 0);
	assert_int_equal(rmdir(path), 0);
	setenv("TMPDIR", scratch_path("missing"), 1);
	capture_begin();
	assert_int_equal(make_own_folder(path, "own"), -1);
	capture_holds("missing: no folder can be made there: No such file");
	kept != NULL ? setenv("TMPDIR", kept, 1) : unsetenv("TMPDIR");
	free(kept);
}

static void
long_paths_are_refused(void **state)
{
	char path[PATH_MAX], name[PATH_MAX];

	(void)state;
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_int_equal(path_join(path, "a", name), -1);
	assert_int_equal(path_join(path, "a", "b"), 0);
	assert_string_equal(path, "a/b");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(a_large_file_is_whole),
		cmocka_unit_test(failures_are_told_and_leave_nothing),
		cmocka_unit_test(links_stay_where_they_are),
		cmocka_unit_test(pipes_are_written_to),
		cmocka_unit_test(folders_are_made_once),
		cmocka_unit_test(own_folders_are_below_tmpdir),
		cmocka_unit_test(long_paths_are_refused),
	};

	return cmocka_run_group_tests_name(
		"files", tests, scratch_begin, scratch_end);
}
