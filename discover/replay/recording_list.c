/* recording_list.c -- the recordings of files and folders, in memory. */
#include "recording_list.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "log.h"
#include "memory.h"
#include "paths.h"

void
recording_list_add(struct recording_list *list, struct recording *recording)
{
	list->recordings = memory_grown(list->recordings, list->count,
		&list->capacity, sizeof(struct recording *));
	list->recordings[list->count++] = recording;
}

static int
add_file(struct recording_list *list, const char *path)
{
	struct recording *recording = recording_read(path);

	if (recording == NULL)
		return -1;
	for (size_t i = 0; i < list->count; i++)
		if (recording_adopt(list->recordings[i], recording))
			return 0;
	recording_list_add(list, recording);
	return 0;
}

static int
is_recording(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && strcmp(dot, RECORDING_SUFFIX) == 0;
}

static int
add_folder(struct recording_list *list, const char *folder)
{
	struct dirent **entries = NULL;
	char path[PATH_MAX];
	int count = scandir(folder, &entries, is_recording, alphasort);
	int result = 0;

	if (count <= 0) {
		log_error("%s: %s", folder,
			count < 0 ? strerror(errno)
				  : "no file *.snmprec in this folder");
		result = -1;
	}
	for (int i = 0; i < count; i++) {
		if (path_join(path, folder, entries[i]->d_name) != 0 ||
			add_file(list, path) != 0)
			result = -1;
		free(entries[i]);
	}
	free(entries);
	return result;
}

int
recording_list_read(struct recording_list *list, const char *path)
{
	struct stat status;

	if (stat(path, &status) == 0 && !S_ISDIR(status.st_mode))
		return add_file(list, path);
	return add_folder(list, path);
}

void
recording_list_warn(const struct recording_list *list)
{
	const struct recording *first = NULL;
	size_t lines = 0;

	for (size_t i = 0; i < list->count; i++) {
		lines += list->recordings[i]->odd_lines;
		if (first == NULL && list->recordings[i]->odd_lines > 0)
			first = list->recordings[i];
	}
	if (first != NULL)
		log_warning("%zu lines are no variables and were left out, "
			    "the first is %s" RECORDING_SUFFIX ":%zu",
			lines, first->name, first->first_odd_line);
}

size_t
recording_list_find(const struct recording_list *list, const char *name)
{
	size_t i = 0;

	while (i < list->count && strcmp(list->recordings[i]->name, name) != 0)
		i++;
	return i;
}

void
recording_list_free(struct recording_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		recording_free(list->recordings[i]);
	free(list->recordings);
}
