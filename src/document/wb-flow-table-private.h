/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-paginator-private.h"
#include "wb-table-grid.h"

G_BEGIN_DECLS

/* No text of a table on paper is smaller, in points. */
#define MIN_PAPER_SIZE 8.0

/* A table on its way into the flow. */
typedef struct
{
  WbFlow *flow;
  const WbBlock *table;
  WbTableGrid *grid;
  guint n_columns;
  guint n_labels;     /* columns that are the head of their row */
  double *widths;     /* with padding */
  gboolean *to_write; /* the columns whose cells are left empty, for a pen */
  WbAlign *aligns;
  double pad_x;
  double pad_y;
  double write; /* height of a row to write in, with padding */
  WbTextStyle *cell;
  WbTextStyle *head;
  WbNode *node;
  WbPiece *header; /* (nullable) */
  gboolean ruled;  /* lines between the columns, too */
} WbFlowTable;

/* Whether @cell (nullable) holds nothing but a place to write in. */
gboolean wb_flow_table_is_blank     (const WbBlock *cell);
/* Finds how wide the columns are, where their text stands, and which are there to be written in; the text gets smaller where it
 * has to. */
void     wb_flow_table_plan_columns (WbFlowTable   *self);

G_END_DECLS
