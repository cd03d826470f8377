/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-field.h"

#include <glib/gi18n-lib.h>

#define MAX_OPTIONS 5

typedef struct
{
  const char *id;
  const char *label;
} GridOption;

typedef struct
{
  const char *id;
  const char *label;
  WbFieldType type;
  const GridOption *options; /* up to MAX_OPTIONS, or to one without id */
  gboolean names;            /* of persons */
} GridColumn;

static const GridOption strength[] = {
  { "1", N_("1 – low") }, { "2", "2" }, { "3", "3" }, { "4", "4" }, { "5", N_("5 – high") },
};

static const GridOption attitudes[] = {
  { "for", N_("For it") }, { "open", N_("Open to it") }, { "doubtful", N_("Doubtful") }, { "against", N_("Against it") }, { NULL, NULL },
};

static const GridOption personal[] = {
  { "yes", N_("Yes") }, { "no", N_("No") }, { "unclear", N_("Not clear yet") }, { NULL, NULL },
};

static const GridOption directions[] = {
  { "in", N_("Comes in") }, { "out", N_("Goes out") }, { "both", N_("Both ways") }, { NULL, NULL },
};

static const GridOption states[] = {
  { "idea", N_("Idea") }, { "asked", N_("Asked for") }, { "built", N_("Being built") }, { "running", N_("Running") },
  { "not", N_("Not possible") },
};

static const GridColumn columns[WB_N_GRIDS][8] = {
  [WB_GRID_PERSONS] = {
    { "name", N_("Name"), WB_FIELD_TEXT, NULL },
    { "function", N_("Function in the house"), WB_FIELD_TEXT, NULL },
    { "contact", N_("Contact"), WB_FIELD_TEXT, NULL },
    { "role", N_("Role in the project"), WB_FIELD_TEXT, NULL },
    { "hours", N_("Hours a week"), WB_FIELD_NUMBER, NULL },
  },
  [WB_GRID_STAKEHOLDERS] = {
    { "group", N_("Role or group"), WB_FIELD_TEXT, NULL },
    { "name", N_("Name"), WB_FIELD_TEXT, NULL },
    { "influence", N_("Influence"), WB_FIELD_CHOICE, strength },
    { "interest", N_("Interest"), WB_FIELD_CHOICE, strength },
    { "attitude", N_("Attitude"), WB_FIELD_CHOICE, attitudes },
    { "needs", N_("What they need"), WB_FIELD_TEXT, NULL },
    { "told", N_("How they are told"), WB_FIELD_TEXT, NULL },
  },
  [WB_GRID_RACI] = {
    { "task", N_("Task"), WB_FIELD_TEXT, NULL },
    { "responsible", N_("R: does it"), WB_FIELD_TEXT, NULL, TRUE },
    { "accountable", N_("A: answers for it"), WB_FIELD_TEXT, NULL, TRUE },
    { "consulted", N_("C: is asked before"), WB_FIELD_TEXT, NULL, TRUE },
    { "informed", N_("I: is informed"), WB_FIELD_TEXT, NULL, TRUE },
  },
  [WB_GRID_RISKS] = {
    { "risk", N_("Risk"), WB_FIELD_TEXT, NULL },
    { "likelihood", N_("Likelihood"), WB_FIELD_CHOICE, strength },
    { "damage", N_("Damage"), WB_FIELD_CHOICE, strength },
    { "measure", N_("What we do about it"), WB_FIELD_TEXT, NULL },
    { "owner", N_("Who"), WB_FIELD_TEXT, NULL, TRUE },
  },
  [WB_GRID_DATA] = {
    { "dataset", N_("Data set"), WB_FIELD_TEXT, NULL },
    { "owner", N_("Who answers for it"), WB_FIELD_TEXT, NULL, TRUE },
    { "system", N_("System or place"), WB_FIELD_TEXT, NULL },
    { "basis", N_("Legal basis"), WB_FIELD_TEXT, NULL },
    { "personal", N_("Personal data"), WB_FIELD_CHOICE, personal },
    { "quality", N_("Quality"), WB_FIELD_TEXT, NULL },
    { "format", N_("Format"), WB_FIELD_TEXT, NULL },
    { "refresh", N_("Brought up to date"), WB_FIELD_TEXT, NULL },
  },
  [WB_GRID_INTERFACES] = {
    { "system", N_("System"), WB_FIELD_TEXT, NULL },
    { "direction", N_("Direction"), WB_FIELD_CHOICE, directions },
    { "standard", N_("Standard or format"), WB_FIELD_TEXT, NULL },
    { "operator", N_("Who runs it"), WB_FIELD_TEXT, NULL, TRUE },
    { "state", N_("How far it is"), WB_FIELD_CHOICE, states },
  },
  [WB_GRID_MILESTONES] = {
    { "name", N_("Milestone"), WB_FIELD_TEXT, NULL },
    { "date", N_("Date"), WB_FIELD_DATE, NULL },
    { "week", N_("or project week"), WB_FIELD_NUMBER, NULL },
    { "owner", N_("Who"), WB_FIELD_TEXT, NULL, TRUE },
    { "done", N_("Done"), WB_FIELD_YES_NO, NULL },
  },
  [WB_GRID_DECISIONS] = {
    { "question", N_("Question"), WB_FIELD_TEXT, NULL },
    { "options", N_("What was considered"), WB_FIELD_TEXT, NULL },
    { "decision", N_("Decision"), WB_FIELD_TEXT, NULL },
    { "who", N_("Who decided"), WB_FIELD_TEXT, NULL, TRUE },
    { "date", N_("Decided on"), WB_FIELD_DATE, NULL },
    { "reasons", N_("Reasons"), WB_FIELD_TEXT, NULL },
    { "revisit", N_("What would change it"), WB_FIELD_TEXT, NULL },
  },
};

WbField *
wb_field_new_grid (WbGrid      grid,
                   const char *id,
                   const char *label)
{
  WbField *self;

  g_return_val_if_fail (grid > WB_GRID_NONE && (guint) grid < WB_N_GRIDS, NULL);

  self = wb_field_new (WB_FIELD_TABLE, id, label);
  if (self == NULL)
    return NULL;

  self->grid = grid;
  for (guint i = 0; i < G_N_ELEMENTS (columns[grid]) && columns[grid][i].id != NULL; i++)
    {
      const GridColumn *from = &columns[grid][i];
      WbColumn *column = wb_field_add_column (self, from->id, _(from->label), from->type);

      column->names = from->names;
      for (guint j = 0; from->options != NULL && j < MAX_OPTIONS && from->options[j].id != NULL; j++)
        wb_column_add_option (column, from->options[j].id, _(from->options[j].label));
    }

  return self;
}
