/* charts.h -- all charts of a site, drawn by gnuplot.
 *
 * A chart is templates/charts/NAME.gnuplot: front matter with queries, then a
 * script for gnuplot. There each query's name is a variable: the path of a
 * table of its rows, cells parted by tabs, texts plain (plain.h). Data is read
 * as data and never stands in a script. The script is run with chart.gnuplot
 * of the template folders before it. */
#ifndef RENDER_CHARTS_H
#define RENDER_CHARTS_H

#include "database.h"
#include "diagrams.h"

/* Writes SITE/charts/NAME.svg for each. A chart that cannot be drawn says so in
 * its place; -1, after logging, is for a wrong template. */
int charts_draw(struct database *, const struct diagrams_order *);

#endif
