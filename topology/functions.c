/* functions.c -- SQL functions: addresses, MACs and names inside queries. */
#include "database.h"

const struct sql_function sql_functions[] = { { 0 } };
const int sql_function_count = 0;
