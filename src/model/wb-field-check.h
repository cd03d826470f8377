/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  WB_CHECK_MIN,        /* not less than @value: a number, an amount of money, a computed value */
  WB_CHECK_MAX,        /* not more than @value */
  WB_CHECK_PATTERN,    /* the text matches the regular expression @text */
  WB_CHECK_NOT_BEFORE, /* the date is not before that of the field @text */
  WB_CHECK_NOT_AFTER,  /* … not after it */
  WB_CHECK_ROWS,       /* at least @value rows say something */
  WB_CHECK_TOTAL,      /* the column @text adds up to @value */
} WbFieldCheckType;

#define WB_N_FIELD_CHECK_TYPES (WB_CHECK_TOTAL + 1)

/* What an answer should keep to, and what is said when it does not. */
typedef struct
{
  WbFieldCheckType type;
  WbDecimal value;

  /* Owned; never NULL, "" where the type has none */
  char *text;
  char *say; /* a sentence for people */
} WbFieldCheck;

/* The strings are copied; NULL is the same as "". (transfer full) */
WbFieldCheck *wb_field_check_new  (WbFieldCheckType  type,
                                   WbDecimal         value,
                                   const char       *text,
                                   const char       *say);
void          wb_field_check_free (WbFieldCheck     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFieldCheck, wb_field_check_free)

G_END_DECLS
