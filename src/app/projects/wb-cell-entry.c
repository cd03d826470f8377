/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cell-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-focus-pass.h"

/* How long a pause in typing is, in milliseconds. */
#define PAUSE 350
/* A date this long cannot become another one by typing on. */
#define DATE_LENGTH 10

struct _WbCellEntry
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkEntry *entry;
  GtkMenuButton *calendar_button;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;
  GtkLabel *suffix;

  /* Owned */
  WbFormContext *context;
  char *row;
  char *column;
  char *problem; /* NULL when all is well */
  char *settled; /* what stood here when somebody was done with it last */
  char *unit;    /* (nullable) what a number without a unit is counted in */

  /* Borrowed from the context's guide */
  const WbField *field;

  /* State */
  WbFieldType type;
  guint pause_id;
  gboolean dirty;   /* typed in since the last store */
  gboolean showing; /* the text is being set from the answers */
};

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

enum
{
  SETTLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbCellEntry, wb_cell_entry, GTK_TYPE_WIDGET)

/* The form for typing: dates and numbers as people write them. */
static char *
to_typed (WbCellEntry *self,
          const char  *value)
{
  /* The sign stands behind the entry. */
  if (self->type == WB_FIELD_MONEY)
    return wb_answer_number_to_display (value);
  if (self->type == WB_FIELD_DURATION)
    return wb_answer_duration_to_display (value);
  if (self->type == WB_FIELD_NUMBER || self->type == WB_FIELD_DATE)
    {
      WbField field = { .type = self->type };

      return wb_answer_to_display (&field, NULL, value);
    }

  return g_strdup (value);
}

static const char *
get_stored (WbCellEntry *self)
{
  return wb_answers_get (wb_form_context_get_answers (self->context), self->field->id, self->row,
                         self->column);
}

static void
set_problem (WbCellEntry *self,
             const char  *problem)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);

  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
show_text (WbCellEntry *self,
           const char  *text)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->showing = FALSE;
}

static void
show_stored (WbCellEntry *self)
{
  g_autofree char *text = to_typed (self, get_stored (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->dirty = FALSE;
  show_text (self, text);
  set_problem (self, NULL);
}

/* What the text means, in the form in which it is stored; NULL when it means nothing. */
static char *
read_value (WbCellEntry  *self,
            GError      **error)
{
  g_autofree char *value = NULL;
  g_autofree char *with_unit = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->unit != NULL && *text != '\0' && g_ascii_isdigit (text[strlen (text) - 1]))
    text = with_unit = g_strdup_printf ("%s %s", text, self->unit);
  value = wb_answer_normalize (self->type, text, error);
  if (value == NULL)
    return NULL;

  g_strdelimit (value, "\r\n", ' ');
  if (self->type == WB_FIELD_TEXT && value[strspn (value, " \t")] == '\0')
    value[0] = '\0';
  if (!wb_answer_check (self->field, self->row, self->column, value, error))
    return NULL;

  return g_steal_pointer (&value);
}

static gboolean
store (WbCellEntry  *self,
       GError      **error)
{
  g_autofree char *value = read_value (self, error);

  if (value == NULL)
    return FALSE;

  self->dirty = FALSE;
  wb_form_context_set_draft (self->context, self->field->id, self->row, self->column, NULL);
  set_problem (self, NULL);
  wb_answers_set (wb_form_context_get_answers (self->context), self->field->id, self->row,
                  self->column, value);

  return TRUE;
}

/* In a pause nobody is told off: the rest may still be coming. */
static gboolean
paused_cb (gpointer data)
{
  WbCellEntry *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  self->pause_id = 0;
  if (self->type != WB_FIELD_DATE || *text == '\0' || strlen (text) >= DATE_LENGTH)
    store (self, NULL);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (WbCellEntry *self)
{
  if (self->showing)
    return;

  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE, paused_cb, self);
}

/* Not while somebody is typing: between two names lie many that are none. */
static void
settle (WbCellEntry *self)
{
  g_autofree char *before = g_steal_pointer (&self->settled);

  self->settled = g_strdup (get_stored (self));
  if (g_strcmp0 (before, self->settled) != 0)
    g_signal_emit (self, signals[SETTLED], 0, self->row, self->column, before, self->settled);
}

void
wb_cell_entry_settle (WbCellEntry *self)
{
  gboolean was_dirty;

  g_return_if_fail (WB_IS_CELL_ENTRY (self));

  was_dirty = self->dirty;
  wb_cell_entry_flush (self);
  if (was_dirty && self->problem == NULL && self->type != WB_FIELD_TEXT)
    show_stored (self);
  settle (self);
}

static void
finished_cb (WbCellEntry *self)
{
  wb_cell_entry_settle (self);
}

static void
cell_changed_cb (WbAnswers   *answers,
                 const char  *field,
                 const char  *row,
                 const char  *column,
                 const char  *value,
                 WbCellEntry *self)
{
  g_autofree char *typed = NULL;

  if (g_strcmp0 (field, self->field->id) != 0 || g_strcmp0 (row, self->row) != 0
      || g_strcmp0 (column, self->column) != 0)
    return;

  /* Our own store comes back here, too; the text may differ in spelling only then. */
  typed = read_value (self, NULL);
  if (g_strcmp0 (typed, value) == 0)
    return;
  show_stored (self);
  g_free (self->settled);
  self->settled = g_strdup (value);
}

/* The calendar says nothing when the day it stands on already is pressed, hence the button below it. */
static void
day_selected_cb (WbCellEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *value = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *text = to_typed (self, value);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  wb_cell_entry_flush (self);
  gtk_popover_popdown (self->calendar_popover);
}

static void
day_cleared_cb (WbCellEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  wb_cell_entry_flush (self);
  gtk_popover_popdown (self->calendar_popover);
}

static void
calendar_shown_cb (WbCellEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *moment = NULL;

  wb_cell_entry_flush (self);
  if (*get_stored (self) == '\0')
    return;

  moment = g_strconcat (get_stored (self), "T12:00:00", NULL);
  day = g_date_time_new_from_iso8601 (moment, zone);
  if (day != NULL)
    {
      g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
      gtk_calendar_select_day (self->calendar, day);
      g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
    }
}

static gboolean
wb_cell_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WB_CELL_ENTRY (widget)->entry));
}

static void
wb_cell_entry_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  WbCellEntry *self = WB_CELL_ENTRY (object);

  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_cell_entry_dispose (GObject *object)
{
  WbCellEntry *self = WB_CELL_ENTRY (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_CELL_ENTRY);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (wb_cell_entry_parent_class)->dispose (object);
}

static void
wb_cell_entry_finalize (GObject *object)
{
  WbCellEntry *self = WB_CELL_ENTRY (object);

  g_free (self->row);
  g_free (self->column);
  g_free (self->problem);
  g_free (self->unit);
  g_free (self->settled);

  G_OBJECT_CLASS (wb_cell_entry_parent_class)->finalize (object);
}

static void
wb_cell_entry_class_init (WbCellEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_cell_entry_dispose;
  object_class->finalize = wb_cell_entry_finalize;
  object_class->get_property = wb_cell_entry_get_property;
  widget_class->grab_focus = wb_cell_entry_grab_focus;
  widget_class->focus = wb_focus_pass;

  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SETTLED] = g_signal_new ("settled", WB_TYPE_CELL_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                   G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-cell-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, WbCellEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, WbCellEntry, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, WbCellEntry, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, WbCellEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, WbCellEntry, suffix);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cell");
}

static void
wb_cell_entry_init (WbCellEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_parts (WbCellEntry *self,
            const char  *name)
{
  g_autofree char *button_name = g_strdup_printf (_("Calendar: %s"), name);

  /* Undo is the project's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);
}

/* What is counted stands behind the entry. */
static void
show_suffix (WbCellEntry *self)
{
  const WbColumn *column = wb_field_get_column (self->field, self->column);
  const char *unit = self->type == WB_FIELD_MONEY    ? "€"
                     : self->type != WB_FIELD_NUMBER ? NULL
                     : column != NULL                ? column->form.unit
                                                     : self->field->form.unit;

  gtk_label_set_text (self->suffix, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suffix), unit != NULL);
}

static void
fit_to_type (WbCellEntry *self)
{
  gboolean date = self->type == WB_FIELD_DATE;

  show_suffix (self);

  gtk_widget_set_visible (GTK_WIDGET (self->calendar_button), date);
  if (date)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 14);
    }
  if (self->type == WB_FIELD_NUMBER || self->type == WB_FIELD_MONEY || self->type == WB_FIELD_DURATION)
    gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 14);
  if (self->type != WB_FIELD_TEXT)
    {
      gtk_widget_set_hexpand (GTK_WIDGET (self->entry), FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
    }
  if (self->type == WB_FIELD_DATE)
    gtk_entry_set_placeholder_text (self->entry, _("DD.MM.YYYY"));
  if (self->type == WB_FIELD_DURATION)
    gtk_entry_set_placeholder_text (self->entry, _("6 weeks"));
}

GtkWidget *
wb_cell_entry_new (WbFormContext *context,
                   const WbField *field,
                   const char    *row,
                   const char    *column,
                   WbFieldType    type,
                   const char    *name)
{
  WbCellEntry *self;
  const char *draft;

  g_return_val_if_fail (WB_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (field != NULL && row != NULL && column != NULL && name != NULL, NULL);

  self = g_object_new (WB_TYPE_CELL_ENTRY, NULL);
  self->context = g_object_ref (context);
  self->field = field;
  self->row = g_strdup (row);
  self->column = g_strdup (column);
  self->type = type;
  fit_to_type (self);
  name_parts (self, name);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !wb_form_context_get_read_only (context));

  show_stored (self);
  self->settled = g_strdup (get_stored (self));
  draft = wb_form_context_get_draft (context, field->id, row, column);
  if (draft != NULL)
    {
      show_text (self, draft);
      self->dirty = TRUE;
      wb_cell_entry_flush (self);
    }
  g_signal_connect_object (wb_form_context_get_answers (context), "cell-changed",
                           G_CALLBACK (cell_changed_cb), self, 0);

  return GTK_WIDGET (self);
}

gboolean
wb_cell_entry_show_proposal (WbCellEntry *self,
                             const char  *text)
{
  g_return_val_if_fail (WB_IS_CELL_ENTRY (self), FALSE);

  if (self->dirty || *get_stored (self) != '\0')
    text = NULL;
  else
    show_text (self, text != NULL ? text : "");
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "proposed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "proposed");

  return text != NULL;
}

void
wb_cell_entry_set_unit (WbCellEntry *self,
                        const char  *unit)
{
  g_return_if_fail (WB_IS_CELL_ENTRY (self));

  g_free (self->unit);
  self->unit = g_strdup (unit);
}

void
wb_cell_entry_set_placeholder (WbCellEntry *self,
                               const char  *text)
{
  g_return_if_fail (WB_IS_CELL_ENTRY (self));

  gtk_entry_set_placeholder_text (self->entry, text);
}

const char *
wb_cell_entry_get_problem (WbCellEntry *self)
{
  g_return_val_if_fail (WB_IS_CELL_ENTRY (self), NULL);

  return self->problem;
}

gboolean
wb_cell_entry_is_dirty (WbCellEntry *self)
{
  g_return_val_if_fail (WB_IS_CELL_ENTRY (self), FALSE);

  return self->dirty;
}

GtkEntry *
wb_cell_entry_get_entry (WbCellEntry *self)
{
  g_return_val_if_fail (WB_IS_CELL_ENTRY (self), NULL);

  return self->entry;
}

void
wb_cell_entry_flush (WbCellEntry *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WB_IS_CELL_ENTRY (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty || store (self, &error))
    return;

  wb_form_context_set_draft (self->context, self->field->id, self->row, self->column,
                             gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  set_problem (self, error->message);
}

gboolean
wb_cell_entry_is_at (WbCellEntry *self,
                     const char  *row,
                     const char  *column)
{
  g_return_val_if_fail (WB_IS_CELL_ENTRY (self), FALSE);

  return g_strcmp0 (self->row, row) == 0 && g_strcmp0 (self->column, column) == 0;
}

void
wb_cell_entry_reset (WbCellEntry *self)
{
  g_return_if_fail (WB_IS_CELL_ENTRY (self));

  wb_cell_entry_discard (self);
  show_stored (self);
}

void
wb_cell_entry_discard (WbCellEntry *self)
{
  g_return_if_fail (WB_IS_CELL_ENTRY (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->dirty = FALSE;
  wb_form_context_set_draft (self->context, self->field->id, self->row, self->column, NULL);
}
