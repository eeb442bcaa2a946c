/* context.c -- the data that a template may name, and what a name means.
 *
 * {{?x}} mostly stands before {{#x}}, and {{^x}} behind: each row that is
 * opened or moves gets a time, and within one a query is asked once. */
#include "context.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { DEPTH_LIMIT = 16 };

struct named_query {
	struct named_query *next;
	const char *name;
	struct query *query;
	const char **columns; /* names */
	int column_count;
	struct place place;
	bool running; /* its rows are being walked */
	int64_t asked; /* the time of has_rows; 0: never */
	bool has_rows;
	bool is_at_first; /* its first row has been read, and no other */
};

struct context {
	struct database *database;
	struct arena *arena;
	const struct variable *variables;
	struct named_query *queries;
	struct named_query *scopes[DEPTH_LIMIT]; /* the innermost is the last */
	int depth;
	int64_t times[DEPTH_LIMIT + 1]; /* [0]: while no row is open */
	int64_t clock;
	bool rehearsing;
};

struct context *
context_create(struct database *database, const struct variable *variables)
{
	struct context *context = memory_zeroed(sizeof(*context));

	context->database = database;
	context->variables = variables;
	context->arena = arena_create();
	context_forget(context);
	return context;
}

void
context_free(struct context *context)
{
	if (context == NULL)
		return;
	for (struct named_query *q = context->queries; q != NULL; q = q->next)
		query_free(q->query);
	arena_free(context->arena);
	free(context);
}

static struct named_query *
find_query(const struct context *context, const char *name)
{
	for (struct named_query *q = context->queries; q != NULL; q = q->next)
		if (strcmp(q->name, name) == 0)
			return q;
	return NULL;
}

bool
context_has_query(const struct context *context, const char *name)
{
	return find_query(context, name) != NULL;
}

static void
read_columns(struct arena *arena, struct named_query *named)
{
	int count = query_column_count(named->query);

	named->column_count = count;
	named->columns = arena_allocate(
		arena, (size_t)count * sizeof(named->columns[0]));
	for (int i = 0; i < count; i++)
		named->columns[i] =
			arena_text(arena, query_column_name(named->query, i));
}

int
context_add_query(struct context *context, const struct place *place,
	const char *name, const char *sql)
{
	struct named_query *added;

	if (context_has_query(context, name)) {
		place_error(place, "query '%s' is there already", name);
		return -1;
	}
	added = arena_allocate(context->arena, sizeof(*added));

	added->query = query_prepare(context->database, sql);
	if (added->query == NULL) {
		place_error(place, "query '%s' is wrong, see above", name);
		return -1;
	}
	read_columns(context->arena, added);
	added->name = arena_text(context->arena, name);
	added->place = *place;
	added->next = context->queries;
	context->queries = added;
	return 0;
}

void
context_rehearse(struct context *context, bool rehearsing)
{
	context->rehearsing = rehearsing;
}

bool
context_is_rehearsal(const struct context *context)
{
	return context->rehearsing;
}

const struct query *
context_row(const struct context *context)
{
	if (context->depth == 0 || context->rehearsing)
		return NULL;
	return context->scopes[context->depth - 1]->query;
}

static int
find_column(const struct named_query *named, const char *name)
{
	for (int i = 0; i < named->column_count; i++)
		if (named->columns[i][0] == name[0] &&
			strcmp(named->columns[i], name) == 0)
			return i;
	return -1;
}

static const struct variable *
find_variable(const struct context *context, const char *name)
{
	const struct variable *variable = context->variables;

	for (; variable != NULL && variable->name != NULL; variable++)
		if (strcmp(variable->name, name) == 0)
			return variable;
	return NULL;
}

/* What a name stands for: a column of a row, or a variable. */
struct meaning {
	const struct query *row;
	int column;
	const struct variable *variable;
};

static bool
look_up(const struct context *context, const char *name,
	struct meaning *meaning)
{
	*meaning = (struct meaning){ 0 };
	for (int i = context->depth - 1; i >= 0; i--) {
		const struct named_query *scope = context->scopes[i];

		meaning->column = find_column(scope, name);
		if (meaning->column >= 0) {
			meaning->row = scope->query;
			return true;
		}
	}
	meaning->variable = find_variable(context, name);
	return meaning->variable != NULL;
}

static const char *
meaning_text(const struct context *context, const struct meaning *meaning)
{
	const char *text;

	if (meaning->variable != NULL)
		text = meaning->variable->text;
	else if (context->rehearsing)
		text = NULL; /* there is no row to read from */
	else
		text = query_text(meaning->row, meaning->column);
	return text != NULL ? text : "";
}

static struct value
meaning_value(const struct meaning *meaning)
{
	if (meaning->variable != NULL)
		return text_value(meaning->variable->text);
	if (query_is_null(meaning->row, meaning->column))
		return null_value();
	if (query_is_integer(meaning->row, meaning->column))
		return integer_value(
			query_integer(meaning->row, meaning->column));
	return text_value(query_text(meaning->row, meaning->column));
}

static const char *
text_of(const struct context *context, const struct place *place,
	const char *name)
{
	struct meaning meaning;

	if (look_up(context, name, &meaning))
		return meaning_text(context, &meaning);
	place_error(place, "there is no column '%s' here", name);
	return NULL;
}

const char *
context_text(const struct context *context, const struct tag *tag)
{
	return text_of(context, &tag->place, tag->name);
}

static size_t
name_length(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
}

int
context_fill(const struct context *context, const struct tag *tag,
	const char *pattern, struct text *out)
{
	struct text name = { 0 };
	const char *colon;
	const char *text = "";

	for (; (colon = strchr(pattern, ':')) != NULL; pattern = colon) {
		size_t length = name_length(colon + 1);

		text_clear(&name);
		text_append_bytes(&name, colon + 1, length);
		text = text_of(context, &tag->place, name.bytes);
		if (text == NULL)
			break;
		text_append_bytes(out, pattern, (size_t)(colon - pattern));
		text_append(out, text);
		colon += 1 + length;
	}
	text_append(out, pattern);
	text_free(&name);
	return text != NULL ? 0 : -1;
}

static int
bind_parameters(const struct context *context, const struct named_query *named)
{
	int count = query_parameter_count(named->query);

	for (int i = 1; i <= count; i++) {
		const char *name = query_parameter_name(named->query, i);
		struct meaning meaning;

		if (name == NULL || !look_up(context, name + 1, &meaning)) {
			place_error(&named->place,
				"query '%s': no column here gives %s",
				named->name, name != NULL ? name : "'?'");
			return -1;
		}
		if (!context->rehearsing)
			query_bind(named->query, i, meaning_value(&meaning));
	}
	return 0;
}

static int
column_begin(struct section *section, const struct tag *tag)
{
	const char *text = text_of(section->context, &tag->place, tag->name);
	bool is_true;

	if (text == NULL)
		return -1;
	is_true = text[0] != '\0' && strcmp(text, "0") != 0;
	section->turns = is_true == (tag->kind != TAG_NONE);
	if (section->context->rehearsing)
		section->turns = 1;
	return 0;
}

void
context_forget(struct context *context)
{
	context->times[context->depth] = ++context->clock;
}

static bool
is_asked(const struct context *context, const struct named_query *named)
{
	return named->asked == context->times[context->depth];
}

static bool
has_rows(const struct context *context, struct named_query *named)
{
	if (is_asked(context, named))
		return named->has_rows;
	named->asked = context->times[context->depth];
	named->has_rows = query_next(named->query);
	named->is_at_first = named->has_rows;
	return named->has_rows;
}

static int
refuse_section(const struct context *context, const struct named_query *named,
	const struct tag *tag)
{
	if (!named->running && context->depth < DEPTH_LIMIT)
		return 0;
	place_error(&tag->place, "section '%s' stands %s", tag->name,
		named->running ? "inside itself" : "too deep");
	return -1;
}

static void
open_rows(struct section *section)
{
	struct context *context = section->context;

	section->opened = true;
	section->is_at_first =
		is_asked(context, section->rows) && section->rows->is_at_first;
	section->rows->is_at_first = false;
	section->rows->running = true;
	context->scopes[context->depth++] = section->rows;
	context_forget(context);
}

int
section_begin(
	struct section *section, struct context *context, const struct tag *tag)
{
	struct named_query *named = find_query(context, tag->name);

	*section = (struct section){ .context = context, .turns = 1 };
	if (named == NULL)
		return column_begin(section, tag);
	if (refuse_section(context, named, tag) != 0)
		return -1;
	if (!is_asked(context, named)) {
		query_reset(named->query);
		if (bind_parameters(context, named) != 0)
			return -1;
	}
	section->rows = named;
	if (tag->kind == TAG_EACH)
		open_rows(section);
	else if (!context->rehearsing)
		section->turns =
			has_rows(context, named) == (tag->kind == TAG_ANY);
	return 0;
}

bool
section_next(struct section *section)
{
	bool is_at_first = section->is_at_first;

	if (!section->opened || section->context->rehearsing)
		return section->turns-- > 0;
	context_forget(section->context);
	section->is_at_first = false;
	return is_at_first || query_next(section->rows->query);
}

int
section_end(struct section *section)
{
	struct named_query *named = section->rows;

	if (named == NULL)
		return 0;
	if (section->opened) {
		section->context->depth--;
		named->running = false;
		query_reset(named->query);
	}
	if (!query_failed(named->query))
		return 0;
	place_error(&named->place, "query '%s' failed, see above", named->name);
	return -1;
}
