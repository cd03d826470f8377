/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wb-condition.h"

G_BEGIN_DECLS

/**
 * WbGrid:
 *
 * What a table is about, when the program knows its columns and can do more with them than list them. The rows are
 * answers like those of any table (WB_FIELD_TABLE). Content may add columns behind the fixed ones:
 *
 * | grid | columns |
 * |---|---|
 * | PERSONS | name, function, contact, role, hours (a week) |
 * | STAKEHOLDERS | group, name, influence, interest (1–5), attitude, needs, told (how they are told) |
 * | RACI | task, responsible, accountable, consulted, informed (names, see wb_names_split() in guidance) |
 * | RISKS | risk, likelihood, damage (1–5), measure, owner |
 * | DATA | dataset, owner, system, basis, personal, quality, format, refresh |
 * | INTERFACES | system, direction, standard, operator, state |
 * | MILESTONES | name, date, week, owner, done |
 * | DECISIONS | question, options, decision, who, date, reasons, revisit (what would change it) |
 */
typedef enum
{
  WB_GRID_NONE,
  WB_GRID_PERSONS,
  WB_GRID_STAKEHOLDERS,
  WB_GRID_RACI,
  WB_GRID_RISKS,
  WB_GRID_DATA,
  WB_GRID_INTERFACES,
  WB_GRID_MILESTONES,
  WB_GRID_DECISIONS,
} WbGrid;

#define WB_N_GRIDS (WB_GRID_DECISIONS + 1)

/* The ends of the scales of influence, interest, likelihood and damage. */
#define WB_GRID_MIN 1
#define WB_GRID_MAX 5

typedef enum
{
  WB_GRID_RULE_MISSING, /* no row names one of @words */
  WB_GRID_RULE_BOTH,    /* one person has a word of @words and one of @others */
  WB_GRID_RULE_SAME,    /* the two person fields in @words name the same person */
  WB_GRID_RULE_HOURS,   /* one person has more than @limit hours a week */
} WbGridRuleType;

/**
 * WbGridRule:
 *
 * What a guide wants to be flagged in a table, with the reason, and the source where a law or a fact asks for it. Words are
 * compared folded, as parts of words: "datenschutzbeauftragt" finds all its forms; one that begins with a blank, " Rat", is a whole
 * word.
 */
typedef struct
{
  WbGridRuleType type;
  double limit; /* HOURS */

  /* Owned; never NULL unless said */
  char *id;
  char *title;       /* what is missing or in conflict, a few words */
  char *reason;
  char *source;      /* (nullable) */
  char *target;      /* (nullable) library entry that says more */
  GStrv words;       /* empty for HOURS; two field ids for SAME */
  GStrv others;      /* BOTH; else empty */
  WbCondition *when; /* (nullable) */
} WbGridRule;

/* "stakeholder-grid", "raci" …, as content names the type of the field; NULL for WB_GRID_NONE. Static. */
const char *wb_grid_to_string   (WbGrid      grid);
/* FALSE, and @grid untouched, when @name (nullable) is none. */
gboolean    wb_grid_from_string (const char *name,
                                 WbGrid     *grid);

/* (transfer full); the lists of words are there, empty. */
WbGridRule *wb_grid_rule_new    (WbGridRuleType type,
                                 const char    *id,
                                 const char    *title,
                                 const char    *reason);
void        wb_grid_rule_free   (WbGridRule    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbGridRule, wb_grid_rule_free)

G_END_DECLS
