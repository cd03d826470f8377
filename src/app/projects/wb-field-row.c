/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-field-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-answer-fault.h"
#include "wb-attachment-field.h"
#include "wb-checklist-field.h"
#include "wb-choice-field.h"
#include "wb-choices-field.h"
#include "wb-computed-field.h"
#include "wb-date-field.h"
#include "wb-focus.h"
#include "wb-link-field.h"
#include "wb-long-text-field.h"
#include "wb-person-field.h"
#include "wb-people.h"
#include "wb-quantity-field.h"
#include "wb-rating-field.h"
#include "wb-rename-offer.h"
#include "wb-table-field.h"
#include "wb-table-row.h"
#include "wb-text-field.h"
#include "wb-personal.h"
#include "wb-rules.h"

/* How often it is looked whether the mouse button is still down, in milliseconds. */
#define CLICK_CHECK 50

typedef struct
{
  /* Template widgets */
  GtkWidget *box;
  GtkBox *asked;
  GtkLabel *label;
  GtkLabel *need;
  AdwBin *side;
  AdwBin *control;
  GtkWidget *foot;
  GtkExpander *reason;
  GtkLabel *why;
  GtkLabel *example;
  GtkLabel *status;
  GtkWidget *clear_button;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *proposal_box;
  GtkWidget *fault_box;
  GtkLabel *fault;
  GtkWidget *personal_box;
  GtkLabel *personal;
  GtkWidget *skipped;
  GtkLabel *skipped_label;
  GtkLabel *skipped_reason;
  GtkWidget *offer; /* (nullable) WbRenameOffer */

  /* Owned */
  WbFormContext *context;
  WbField *field;
  GPtrArray *entries; /* WbCellEntry */

  /* State */
  guint offer_id;     /* until the offer is shown */
  gboolean clicking;  /* the mouse button was down when it was looked last */
} WbFieldRowPrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WbFieldRow, wb_field_row, GTK_TYPE_WIDGET)

static const char *
get_need_label (WbNeed need)
{
  switch (need)
    {
    case WB_NEED_REQUIRED:
      return _("Required");
    case WB_NEED_RECOMMENDED:
      return _("Recommended");
    case WB_NEED_OPTIONAL:
    default:
      return _("Optional");
    }
}

static void
fill_words (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  const WbField *field = priv->field;
  g_autofree char *example = NULL;
  g_autofree char *skipped = NULL;

  gtk_label_set_text (priv->label, field->label);
  gtk_label_set_text (priv->need, get_need_label (field->need));
  /* Nobody is asked for it. */
  gtk_widget_set_visible (GTK_WIDGET (priv->need), field->type != WB_FIELD_COMPUTED);
  if (field->need == WB_NEED_REQUIRED)
    gtk_widget_remove_css_class (GTK_WIDGET (priv->need), "dim-label");

  gtk_label_set_text (priv->why, field->why);
  gtk_widget_set_visible (GTK_WIDGET (priv->why), *field->why != '\0');
  example = g_strdup_printf (_("For example: %s"), field->example);
  gtk_label_set_text (priv->example, example);
  gtk_widget_set_visible (GTK_WIDGET (priv->example), *field->example != '\0');
  gtk_widget_set_visible (GTK_WIDGET (priv->reason), *field->why != '\0' || *field->example != '\0');

  skipped = g_strdup_printf (_("Not asked: %s"), field->label);
  gtk_label_set_text (priv->skipped_label, skipped);
  gtk_label_set_text (priv->skipped_reason, field->unless != NULL ? field->unless : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->skipped_reason), field->unless != NULL);
}

static void
cell_changed_cb (WbAnswers  *answers,
                 const char *field,
                 const char *row,
                 const char *column,
                 const char *value,
                 WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  if (g_strcmp0 (field, priv->field->id) == 0 && WB_FIELD_ROW_GET_CLASS (self)->update != NULL)
    WB_FIELD_ROW_GET_CLASS (self)->update (self);
}

static void
remove_offer (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  GtkWidget *parent = priv->offer != NULL ? gtk_widget_get_parent (priv->offer) : NULL;
  GtkWidget *offer = priv->offer;

  g_clear_weak_pointer (&priv->offer);
  if (parent == NULL)
    return;
  /* Its place in a row goes with it. */
  gtk_widget_set_visible (offer, FALSE);
  gtk_box_remove (GTK_BOX (parent), offer);
}

static void
show_offer (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  const WbRenaming *renaming = wb_form_context_find_renaming (priv->context, priv->field->id);
  GtkWidget *entry = NULL;
  GtkWidget *offer, *card;

  if (renaming == NULL)
    return;

  for (guint i = 0; i < priv->entries->len && entry == NULL; i++)
    if (wb_cell_entry_is_at (g_ptr_array_index (priv->entries, i), renaming->row, renaming->column))
      entry = g_ptr_array_index (priv->entries, i);
  if (entry == NULL)
    return;
  offer = wb_rename_offer_new (priv->context, priv->field->id, renaming->before, renaming->after, entry);
  if (offer == NULL)
    return;
  /* Beside the name: the end of a long list is out of sight. */
  card = gtk_widget_get_ancestor (entry, WB_TYPE_TABLE_ROW);
  if (card != NULL)
    wb_table_row_prepend (WB_TABLE_ROW (card), offer);
  else
    gtk_box_insert_child_after (priv->asked, offer, GTK_WIDGET (priv->control));
  g_set_weak_pointer (&priv->offer, offer);
}

static gboolean
is_clicking (WbFieldRow *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType state = 0;

  if (surface != NULL && pointer != NULL)
    gdk_surface_get_device_position (surface, pointer, NULL, NULL, &state);

  return (state & GDK_BUTTON1_MASK) != 0;
}

/* Not between the press and the release of a click: what is clicked would be elsewhere then. */
static gboolean
offer_cb (gpointer data)
{
  WbFieldRow *self = data;
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  gboolean was_clicking = priv->clicking;

  priv->clicking = is_clicking (self);
  /* Once more after the release, which is on its way. */
  if (priv->clicking || was_clicking)
    {
      priv->offer_id = g_timeout_add (CLICK_CHECK, offer_cb, self);
      return G_SOURCE_REMOVE;
    }
  priv->offer_id = 0;
  remove_offer (self);
  show_offer (self);

  return G_SOURCE_REMOVE;
}

static void
offer_soon (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  priv->clicking = FALSE;
  if (priv->offer_id == 0)
    priv->offer_id = g_idle_add (offer_cb, self);
}

/* Who is called otherwise now may be named elsewhere. */
static void
entry_settled_cb (WbFieldRow  *self,
                  const char  *row,
                  const char  *column,
                  const char  *before,
                  const char  *after,
                  WbCellEntry *entry)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  if (*before == '\0' || *after == '\0' || wb_form_context_get_read_only (priv->context)
      || !wb_people_defines (priv->field, wb_field_row_get_answers (self), row, column))
    return;
  wb_form_context_note_renaming (priv->context, priv->field->id, row, column, before, after);
  offer_soon (self);
}

/* The first entry with a fault speaks for the row. */
static void
entry_problem_cb (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  for (guint i = 0; i < priv->entries->len; i++)
    {
      const char *problem = wb_cell_entry_get_problem (g_ptr_array_index (priv->entries, i));

      if (problem != NULL)
        {
          wb_field_row_set_problem (self, problem);
          return;
        }
    }

  wb_field_row_set_problem (self, NULL);
}

static void
clear_cb (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  wb_field_row_store (self, "", "", "");
  if (!wb_focus_first (GTK_WIDGET (priv->side)))
    wb_focus_first (GTK_WIDGET (priv->control));
}

/* The proposal as it stands becomes the answer. */
static void
accept_cb (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  g_autofree char *proposal = wb_form_context_propose (priv->context, priv->field);

  if (proposal != NULL)
    wb_field_row_store (self, "", "", proposal);
  wb_focus_first (GTK_WIDGET (priv->control));
}

static void
wb_field_row_constructed (GObject *object)
{
  WbFieldRow *self = WB_FIELD_ROW (object);
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  G_OBJECT_CLASS (wb_field_row_parent_class)->constructed (object);

  g_assert (priv->context != NULL);
  g_assert (priv->field != NULL);

  fill_words (self);
  WB_FIELD_ROW_GET_CLASS (self)->build (self);
  if (WB_FIELD_ROW_GET_CLASS (self)->update != NULL)
    WB_FIELD_ROW_GET_CLASS (self)->update (self);
  wb_field_row_update_applies (self);
  g_signal_connect_object (wb_field_row_get_answers (self), "cell-changed",
                           G_CALLBACK (cell_changed_cb), self, 0);
  if (wb_form_context_find_renaming (priv->context, priv->field->id) != NULL)
    offer_soon (self);
}

static void
wb_field_row_real_flush (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  for (guint i = 0; i < priv->entries->len; i++)
    wb_cell_entry_flush (g_ptr_array_index (priv->entries, i));
}

static void
wb_field_row_dispose (GObject *object)
{
  WbFieldRow *self = WB_FIELD_ROW (object);
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  if (priv->entries != NULL)
    for (guint i = 0; i < priv->entries->len; i++)
      g_signal_handlers_disconnect_by_data (g_ptr_array_index (priv->entries, i), self);
  g_clear_pointer (&priv->entries, g_ptr_array_unref);
  g_clear_handle_id (&priv->offer_id, g_source_remove);
  g_clear_weak_pointer (&priv->offer);
  /* gtk_widget_dispose_template() knows nothing of a parent class's template. */
  g_clear_pointer (&priv->box, gtk_widget_unparent);
  g_clear_object (&priv->context);
  g_clear_pointer (&priv->field, wb_field_unref);

  G_OBJECT_CLASS (wb_field_row_parent_class)->dispose (object);
}

static void
wb_field_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (WB_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_FIELD:
      g_value_set_boxed (value, priv->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_field_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (WB_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_FIELD:
      priv->field = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, box);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, asked);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, label);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, need);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, side);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, control);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, foot);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, reason);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, why);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, example);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, status);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, clear_button);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, problem_box);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, problem);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, proposal_box);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, fault_box);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, fault);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, personal_box);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, personal);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, skipped);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, skipped_label);
  gtk_widget_class_bind_template_child_private (widget_class, WbFieldRow, skipped_reason);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
wb_field_row_class_init (WbFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_field_row_constructed;
  object_class->dispose = wb_field_row_dispose;
  object_class->get_property = wb_field_row_get_property;
  object_class->set_property = wb_field_row_set_property;
  klass->flush = wb_field_row_real_flush;

  properties[PROP_CONTEXT] =
    g_param_spec_object ("context", NULL, NULL, WB_TYPE_FORM_CONTEXT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELD] =
    g_param_spec_boxed ("field", NULL, NULL, WB_TYPE_FIELD,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wb_field_row_init (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
get_row_type (WbFieldType type)
{
  switch (type)
    {
    case WB_FIELD_LONG_TEXT:
      return WB_TYPE_LONG_TEXT_FIELD;
    case WB_FIELD_CHOICE:
      return WB_TYPE_CHOICE_FIELD;
    case WB_FIELD_CHOICES:
      return WB_TYPE_CHOICES_FIELD;
    case WB_FIELD_DATE:
      return WB_TYPE_DATE_FIELD;
    case WB_FIELD_PERSON:
      return WB_TYPE_PERSON_FIELD;
    case WB_FIELD_TABLE:
    case WB_FIELD_GROUP:
      return WB_TYPE_TABLE_FIELD;
    case WB_FIELD_ATTACHMENT:
      return WB_TYPE_ATTACHMENT_FIELD;
    case WB_FIELD_CHECKLIST:
      return WB_TYPE_CHECKLIST_FIELD;
    case WB_FIELD_RATING:
      return WB_TYPE_RATING_FIELD;
    case WB_FIELD_NUMBER:
    case WB_FIELD_MONEY:
    case WB_FIELD_DURATION:
      return WB_TYPE_QUANTITY_FIELD;
    case WB_FIELD_LINK:
      return WB_TYPE_LINK_FIELD;
    case WB_FIELD_COMPUTED:
      return WB_TYPE_COMPUTED_FIELD;
    case WB_FIELD_TEXT:
    case WB_FIELD_YES_NO:
    default:
      return WB_TYPE_TEXT_FIELD;
    }
}

GtkWidget *
wb_field_row_new (WbFormContext *context,
                  const WbField *field)
{
  g_return_val_if_fail (WB_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return g_object_new (get_row_type (field->type), "context", context, "field", field, NULL);
}

const WbField *
wb_field_row_get_field (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_val_if_fail (WB_IS_FIELD_ROW (self), NULL);

  return priv->field;
}

void
wb_field_row_flush (WbFieldRow *self)
{
  g_return_if_fail (WB_IS_FIELD_ROW (self));

  WB_FIELD_ROW_GET_CLASS (self)->flush (self);
}

void
wb_field_row_settle (WbFieldRow *self)
{
  WbFieldRowPrivate *priv;

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  priv = wb_field_row_get_instance_private (self);
  for (guint i = 0; i < priv->entries->len; i++)
    wb_cell_entry_settle (g_ptr_array_index (priv->entries, i));
}

/* Everything that was typed into the field, as one text. (transfer full) */
static char *
gather_texts (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  WbAnswers *answers = wb_form_context_get_answers (priv->context);
  g_autofree const char **rows = wb_answers_list_rows (answers, priv->field->id);
  GString *text = g_string_new (wb_answers_get (answers, priv->field->id, "", ""));

  for (guint i = 0; rows[i] != NULL; i++)
    for (guint j = 0; j < priv->field->columns->len; j++)
      {
        const WbColumn *column = g_ptr_array_index (priv->field->columns, j);

        g_string_append_printf (text, "%s%s", j == 0 ? "\n" : ", ", wb_answers_get (answers, priv->field->id, rows[i], column->id));
      }

  return g_string_free (text, FALSE);
}

/* What the guide's checks object to, and what looks like real people where there should be none. Neither keeps anybody from going on. */
static void
show_advice (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  const char *fault = wb_answer_find_fault (priv->field, wb_form_context_get_guide (priv->context),
                                            wb_form_context_get_answers (priv->context));
  g_autofree char *text = priv->field->dummy ? gather_texts (self) : NULL;
  g_autofree char *found = text != NULL ? wb_personal_to_words (wb_personal_find (text)) : NULL;
  g_autofree char *warning = NULL;

  gtk_label_set_text (priv->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (priv->fault_box, fault != NULL);
  if (found != NULL)
    warning = g_strdup_printf (_("This looks like real people: %s. Only made-up data belongs here."), found);
  gtk_label_set_text (priv->personal, warning != NULL ? warning : "");
  gtk_widget_set_visible (priv->personal_box, warning != NULL);
}

void
wb_field_row_update_applies (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  gboolean applies;

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  applies = wb_field_applies (priv->field, wb_form_context_get_guide (priv->context),
                              wb_form_context_get_answers (priv->context));
  gtk_widget_set_visible (GTK_WIDGET (priv->asked), applies);
  gtk_widget_set_visible (priv->skipped, !applies);
  show_advice (self);
  /* What is proposed follows from other answers. */
  if (priv->field->prefill != NULL && WB_FIELD_ROW_GET_CLASS (self)->update != NULL)
    WB_FIELD_ROW_GET_CLASS (self)->update (self);
}

const char *
wb_field_row_get_problem (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_val_if_fail (WB_IS_FIELD_ROW (self), NULL);

  return gtk_widget_get_visible (priv->problem_box) ? gtk_label_get_text (priv->problem) : NULL;
}

const char *
wb_field_row_get_fault (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_val_if_fail (WB_IS_FIELD_ROW (self), NULL);

  return gtk_widget_get_visible (priv->fault_box) ? gtk_label_get_text (priv->fault) : NULL;
}

const char *
wb_field_row_get_warning (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_val_if_fail (WB_IS_FIELD_ROW (self), NULL);

  return gtk_widget_get_visible (priv->personal_box) ? gtk_label_get_text (priv->personal) : NULL;
}

WbFormContext *
wb_field_row_get_context (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_val_if_fail (WB_IS_FIELD_ROW (self), NULL);

  return priv->context;
}

WbAnswers *
wb_field_row_get_answers (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_val_if_fail (WB_IS_FIELD_ROW (self), NULL);

  return wb_form_context_get_answers (priv->context);
}

const char *
wb_field_row_get (WbFieldRow *self,
                  const char *row,
                  const char *column)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  return wb_answers_get (wb_field_row_get_answers (self), priv->field->id, row, column);
}

void
wb_field_row_store (WbFieldRow *self,
                    const char *row,
                    const char *column,
                    const char *value)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  if (!wb_answer_check (priv->field, row, column, value, &error))
    {
      wb_field_row_set_problem (self, error->message);
      return;
    }

  wb_field_row_set_problem (self, NULL);
  wb_answers_set (wb_field_row_get_answers (self), priv->field->id, row, column, value);
}

void
wb_field_row_set_control (WbFieldRow *self,
                          GtkWidget  *control)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  adw_bin_set_child (priv->control, control);
}

void
wb_field_row_set_side_control (WbFieldRow *self,
                               GtkWidget  *control)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);
  GtkWidget *parent;

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  adw_bin_set_child (priv->side, control);
  gtk_widget_set_visible (GTK_WIDGET (priv->side), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (priv->control), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (priv->label), GTK_ALIGN_CENTER);

  /* The need moves to the foot, where there is room. */
  parent = gtk_widget_get_parent (GTK_WIDGET (priv->need));
  g_object_ref (priv->need);
  gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (priv->need));
  gtk_box_append (GTK_BOX (priv->foot), GTK_WIDGET (priv->need));
  g_object_unref (priv->need);
}

void
wb_field_row_set_proposed (WbFieldRow *self,
                           gboolean    proposed)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  gtk_widget_set_visible (priv->proposal_box, proposed);
}

gboolean
wb_field_row_get_proposed (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_val_if_fail (WB_IS_FIELD_ROW (self), FALSE);

  return gtk_widget_get_visible (priv->proposal_box);
}

void
wb_field_row_set_status (WbFieldRow *self,
                         const char *status)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  gtk_label_set_text (priv->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->status), status != NULL);
}

void
wb_field_row_set_problem (WbFieldRow *self,
                          const char *problem)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  gtk_label_set_text (priv->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (priv->problem_box, problem != NULL);
}

void
wb_field_row_add_entry (WbFieldRow  *self,
                        WbCellEntry *entry)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));
  g_return_if_fail (WB_IS_CELL_ENTRY (entry));

  g_ptr_array_add (priv->entries, g_object_ref (entry));
  g_signal_connect_object (entry, "notify::problem", G_CALLBACK (entry_problem_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "settled", G_CALLBACK (entry_settled_cb), self, G_CONNECT_SWAPPED);
  if (wb_cell_entry_get_problem (entry) != NULL)
    entry_problem_cb (self);
}

void
wb_field_row_remove_entry (WbFieldRow  *self,
                           WbCellEntry *entry)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  if (priv->entries == NULL)
    return;

  g_signal_handlers_disconnect_by_data (entry, self);
  wb_cell_entry_discard (entry);
  g_ptr_array_remove (priv->entries, entry);
  entry_problem_cb (self);
}

void
wb_field_row_keep_offer (WbFieldRow *self)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  if (priv->offer == NULL || !gtk_widget_get_visible (priv->offer))
    return;
  remove_offer (self);
  offer_soon (self);
}

void
wb_field_row_set_clearable (WbFieldRow *self,
                            gboolean    clearable)
{
  WbFieldRowPrivate *priv = wb_field_row_get_instance_private (self);

  g_return_if_fail (WB_IS_FIELD_ROW (self));

  gtk_widget_set_visible (priv->clear_button,
                          clearable && !wb_form_context_get_read_only (priv->context));
}

GtkWidget *
wb_field_row_make_option (const char *label,
                          const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *small;

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), words);
  if (note == NULL || *note == '\0')
    return box;

  small = gtk_label_new (note);
  gtk_label_set_xalign (GTK_LABEL (small), 0);
  gtk_label_set_wrap (GTK_LABEL (small), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (small), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (small, "caption");
  gtk_widget_add_css_class (small, "dim-label");
  gtk_box_append (GTK_BOX (box), small);

  return box;
}
