/* seen.c -- hashes of files that were read already. */
#include "seen.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

struct inode {
	dev_t device;
	ino_t number;
	char hash[HASH_SIZE];
};

static int
compare_inodes(const void *a, const void *b)
{
	const struct inode *left = a;
	const struct inode *right = b;

	if (left->number != right->number)
		return left->number < right->number ? -1 : 1;
	if (left->device != right->device)
		return left->device < right->device ? -1 : 1;
	return 0;
}

static void
remember(struct seen *seen, const struct inode *inode)
{
	struct inode *copy = memory_zeroed(sizeof(*copy));

	*copy = *inode;
	if (tsearch(copy, &seen->tree, compare_inodes) == NULL)
		abort(); /* as everywhere: memory cannot run out */
}

int
seen_hash(struct seen *seen, const char *path, const struct stat *status,
	char hash[HASH_SIZE])
{
	struct inode inode = { status->st_dev, status->st_ino, "" };
	struct inode *const *found = tfind(&inode, &seen->tree, compare_inodes);

	if (found != NULL) {
		strcpy(hash, (*found)->hash);
		return 0;
	}
	if (hash_file(path, inode.hash) != 0)
		return -1;
	if (status->st_nlink > 1)
		remember(seen, &inode);
	strcpy(hash, inode.hash);
	return 0;
}

void
seen_free(struct seen *seen)
{
	tdestroy(seen->tree, free);
	seen->tree = NULL;
}
