/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  WB_CONDITION_IS,       /* the answer of @field is @value */
  WB_CONDITION_HAS,      /* the choices of @field contain @value */
  WB_CONDITION_ANSWERED, /* @field has an answer */
  WB_CONDITION_ALL,      /* all of @parts hold */
  WB_CONDITION_ANY,      /* at least one of @parts holds */
  WB_CONDITION_NOT,      /* the one part does not hold */
} WbConditionType;

typedef struct _WbCondition WbCondition;

/**
 * WbCondition:
 *
 * When a step or field of a guide, or a question in one row of a group, applies. Immutable once built; counted.
 */
struct _WbCondition
{
  WbConditionType type;

  /* Owned */
  char *field;      /* IS, HAS, ANSWERED; with @column the group that holds it */
  char *column;     /* (nullable) IS, ANSWERED: the answer in this column of the row that is looked at */
  char *value;      /* IS, HAS */
  GPtrArray *parts; /* ALL, ANY, NOT: WbCondition */

  /*< private >*/
  gatomicrefcount ref_count;
};

#define WB_TYPE_CONDITION (wb_condition_get_type ())
GType        wb_condition_get_type  (void);

/* @value is NULL for ANSWERED. (transfer full) */
WbCondition *wb_condition_new_field (WbConditionType  type,
                                     const char      *field,
                                     const char      *value);
/* About the row that the condition stands in: IS, or ANSWERED with @value NULL. (transfer full) */
WbCondition *wb_condition_new_cell  (WbConditionType  type,
                                     const char      *group,
                                     const char      *column,
                                     const char      *value);
/* @parts: WbCondition, freed with wb_condition_unref(). (transfer full) both ways */
WbCondition *wb_condition_new_group (WbConditionType  type,
                                     GPtrArray       *parts);
WbCondition *wb_condition_ref       (WbCondition     *self);
void         wb_condition_unref     (WbCondition     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCondition, wb_condition_unref)

G_END_DECLS
