/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-condition.h"
#include "wb-field-check.h"
#include "wb-formula.h"
#include "wb-grid.h"
#include "wb-titles.h"

G_BEGIN_DECLS

typedef enum
{
  WB_FIELD_TEXT,      /* one line */
  WB_FIELD_LONG_TEXT, /* paragraphs, separated by line breaks */
  WB_FIELD_CHOICE,    /* id of one option */
  WB_FIELD_CHOICES,   /* one row an option; column "", value "1" */
  WB_FIELD_DATE,      /* ISO 8601 day */
  WB_FIELD_PERSON,    /* columns "name", "role", "contact" */
  WB_FIELD_TABLE,     /* rows with a cell for each column; what it is about, where the program knows: @grid */
  WB_FIELD_CHECKLIST, /* one row an item; columns "done" ("1"), "owner", "date", "note" */
  WB_FIELD_RATING,    /* whole number from scale_min to scale_max */
  WB_FIELD_GROUP,     /* rows like those of a table, each with a small form of its own */
  WB_FIELD_ATTACHMENT, /* rows, one a file: see WbAttachment */
  /* Types of columns, too: */
  WB_FIELD_NUMBER,    /* decimal number with a point, as C writes it */
  WB_FIELD_MONEY,     /* euros with a point and two decimals: "12500.50" */
  WB_FIELD_DURATION,  /* see WbDuration */
  WB_FIELD_LINK,      /* id of an entry of the library */
  WB_FIELD_COMPUTED,  /* nothing is stored: it follows from other answers */
  /* Column types only: */
  WB_FIELD_YES_NO,    /* "yes" or "no" */
} WbFieldType;

#define WB_N_FIELD_TYPES (WB_FIELD_YES_NO + 1)

typedef enum
{
  WB_NEED_REQUIRED,
  WB_NEED_RECOMMENDED,
  WB_NEED_OPTIONAL,
} WbNeed;

/* How a number is written and what it may be; of a field or a column. */
typedef struct
{
  int decimals; /* how many are shown; WB_DECIMAL_ALL: as many as there are */
  char *unit;   /* (nullable) owned: what is counted, "Stunden" */
} WbNumberForm;

/* An option of a choice, or an item of a checklist. @note may be NULL. */
typedef struct
{
  char *id;
  char *label;
  char *note;
} WbOption;

typedef struct
{
  char *id;
  char *label;
  WbFieldType type;   /* one that wb_field_type_is_column() takes */
  GPtrArray *options; /* WbOption; empty unless CHOICE */
  char *hint;         /* (nullable) plain text: what belongs here */
  gboolean names;     /* TEXT: names persons of the project, see wb-people.h in guidance */
  WbNumberForm form;  /* NUMBER, COMPUTED */
  WbFormula *formula; /* (nullable) COMPUTED: over the columns of the same row */
  WbCondition *when;  /* (nullable) of a GROUP: in which rows it is asked */
} WbColumn;

typedef struct _WbField WbField;

/**
 * WbField:
 *
 * One question of a guide. Filled by the reader, immutable afterwards; counted.
 */
struct _WbField
{
  WbFieldType type;
  WbNeed need;
  WbGrid grid;        /* TABLE; WB_GRID_NONE: columns by content alone */
  int scale_min;
  int scale_max;
  WbNumberForm form; /* NUMBER, COMPUTED */
  gboolean dummy;    /* made-up data only: real people do not belong here */

  /* Owned; never NULL unless said */
  char *id;
  char *label;
  char *why;         /* plain text */
  char *example;     /* plain text */
  char *scale_low;   /* (nullable) words for the ends of a rating */
  char *scale_high;  /* (nullable) */
  char *checklist;   /* (nullable) library entry the items come from */
  char *people;      /* (nullable) TABLE with a grid: the field whose persons can be chosen */
  char *unless;      /* (nullable) why the field is skipped when @when does not hold */
  WbCondition *when; /* (nullable) */
  GPtrArray *options; /* WbOption: choices, or the items of a checklist */
  GPtrArray *columns; /* WbColumn */
  WbFormula *formula; /* (nullable) COMPUTED */
  char *prefill;      /* (nullable) text with placeholders that is proposed while there is no answer */
  char *item;         /* (nullable) GROUP: what one of them is called, "Gespräch" */
  GPtrArray *kinds;   /* char *: LINK: the kinds of entries that may be chosen; empty: all */
  WbTitles *titles;   /* (nullable) LINK, or a column of that type: what the entries are called, see wb_guide_set_titles() */
  GPtrArray *checks;  /* WbFieldCheck */
  GPtrArray *rules;   /* WbGridRule; empty without a grid */

  /*< private >*/
  gatomicrefcount ref_count;
};

#define WB_TYPE_FIELD (wb_field_get_type ())
GType           wb_field_get_type     (void);

/* "long-text", "yes-no" …; static. */
const char     *wb_field_type_to_string   (WbFieldType  type);
gboolean        wb_field_type_from_string (const char  *name,
                                           WbFieldType *type);

/* Whether a question, or a column of a table, may be of this type. */
gboolean        wb_field_type_is_question (WbFieldType  type);
gboolean        wb_field_type_is_column   (WbFieldType  type);
/* Whether the answer is rows with a cell for each column: TABLE and what is made like it, ATTACHMENT among them. */
gboolean        wb_field_type_has_rows    (WbFieldType  type);

/* (transfer full); the lists are there, empty; but ATTACHMENT has its columns. */
WbField        *wb_field_new          (WbFieldType    type,
                                       const char    *id,
                                       const char    *label);
/* A TABLE with the columns of @grid, in the language of the program. (transfer full) */
WbField        *wb_field_new_grid     (WbGrid         grid,
                                       const char    *id,
                                       const char    *label);
WbField        *wb_field_ref          (WbField       *self);
void            wb_field_unref        (WbField       *self);
void            wb_field_add_option   (WbField       *self,
                                       const char    *id,
                                       const char    *label,
                                       const char    *note);
/* Returns the new column, so that options can be added. (transfer none) */
WbColumn       *wb_field_add_column   (WbField       *self,
                                       const char    *id,
                                       const char    *label,
                                       WbFieldType    type);
void            wb_column_add_option  (WbColumn      *column,
                                       const char    *id,
                                       const char    *label);
/* Takes away what can be chosen, for others. */
void             wb_column_clear_options (WbColumn    *column);
/* (nullable) (transfer none) */
const WbOption *wb_field_get_option   (const WbField *self,
                                       const char    *id);
const WbColumn *wb_field_get_column   (const WbField *self,
                                       const char    *id);
const WbOption *wb_column_get_option  (const WbColumn *column,
                                       const char     *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbField, wb_field_unref)

G_END_DECLS
