/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WB_ODF_VALUE_STRING,
  WB_ODF_VALUE_NUMBER,
  WB_ODF_VALUE_PERCENTAGE,
  WB_ODF_VALUE_EURO,
  WB_ODF_VALUE_DATE,
} WbOdfValueType;

/* What the text of a cell stands for, to people who write German. */
typedef struct
{
  WbOdfValueType type;
  double number;     /* PERCENTAGE: 0.12 for "12 %" */
  guint decimals;    /* that are written */
  gboolean grouping; /* "1.234" */
  char date[11];     /* "2026-11-24" */
} WbOdfValue;

/* "1.234,5", "12 %", "3 €", "24.11.2026"; everything else is a string: "01234" (a key), "1.2.3", "1.23", "31.02.2026". */
WbOdfValue wb_odf_value_parse (const char *text);

G_END_DECLS
