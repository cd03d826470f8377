/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-order-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-focus-pass.h"
#include "wb-quiz.h"

/* A row of the list: always the same item, at whatever place it stands. */
typedef struct
{
  guint item;

  /* Borrowed from the row */
  GtkWidget *row;
  GtkLabel *number;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *handle;
  GtkBox *end;
  GtkWidget *chip; /* NULL while there is no result */
} Item;

struct _WbOrderPane
{
  WbAnswerPane parent_instance;

  gboolean locked;

  /* Borrowed */
  GtkWidget *list;
  GtkWidget *status; /* says what was moved where */

  /* Owned */
  GPtrArray *items; /* Item, as they stand */
};

G_DEFINE_FINAL_TYPE (WbOrderPane, wb_order_pane, WB_TYPE_ANSWER_PANE)

static void
say (WbOrderPane *self,
     const char  *text)
{
  gtk_label_set_label (GTK_LABEL (self->status), text);
  gtk_widget_set_visible (self->status, *text != '\0');
}

static const char *
get_text (WbOrderPane *self,
          const Item  *item)
{
  return g_ptr_array_index (wb_answer_pane_get_question (WB_ANSWER_PANE (self))->items, item->item);
}

static WbResponse *
wb_order_pane_get_response (WbAnswerPane *pane)
{
  WbOrderPane *self = WB_ORDER_PANE (pane);
  g_autofree guint *picks = g_new (guint, self->items->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    picks[i] = ((Item *) g_ptr_array_index (self->items, i))->item;

  return wb_response_new_picks (picks, self->items->len);
}

/* Numbers, and what each row says of itself. */
static void
update_rows (WbOrderPane *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *name = g_strdup_printf (_("Place %u of %u: %s"), i + 1, self->items->len, get_text (self, item));

      gtk_label_set_label (item->number, number);
      gtk_widget_set_visible (item->handle, !self->locked);
      gtk_widget_set_visible (item->up, !self->locked);
      gtk_widget_set_visible (item->down, !self->locked);
      gtk_widget_set_sensitive (item->up, i > 0);
      gtk_widget_set_sensitive (item->down, i + 1 < self->items->len);
      gtk_accessible_update_property (GTK_ACCESSIBLE (item->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static guint
find_place (WbOrderPane *self,
            const Item  *item)
{
  guint place = 0;

  g_ptr_array_find (self->items, item, &place);

  return place;
}

/* Puts the item at @from to @to; the ones between move up. */
static void
move_item (WbOrderPane *self,
           guint        from,
           guint        to)
{
  Item *item;
  g_autofree char *said = NULL;

  if (self->locked || from == to || from >= self->items->len || to >= self->items->len)
    return;

  item = g_ptr_array_steal_index (self->items, from);
  g_ptr_array_insert (self->items, (int) to, item);
  g_object_ref (item->row);
  gtk_list_box_remove (GTK_LIST_BOX (self->list), item->row);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), item->row, (int) to);
  g_object_unref (item->row);
  update_rows (self);
  said = g_strdup_printf (_("“%s” is at place %u of %u now."), get_text (self, item), to + 1, self->items->len);
  say (self, said);
  wb_answer_pane_tell_changed (WB_ANSWER_PANE (self));
}

/* The focus follows the item; at an end it goes from the button, which is off there, to the row. */
static void
step_item (WbOrderPane *self,
           Item        *item,
           int          step,
           GtkWidget   *focus)
{
  guint place = find_place (self, item);

  if ((step < 0 && place == 0) || (step > 0 && place + 1 >= self->items->len))
    return;

  move_item (self, place, (guint) ((int) place + step));
  if (!gtk_widget_get_sensitive (focus))
    focus = item->row;
  gtk_widget_grab_focus (focus);
}

static Item *
find_item (WbOrderPane *self,
           GtkWidget   *widget)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->row == widget || gtk_widget_is_ancestor (widget, item->row))
        return item;
    }

  return NULL;
}

static void
up_cb (WbOrderPane *self,
       GtkWidget   *button)
{
  step_item (self, find_item (self, button), -1, button);
}

static void
down_cb (WbOrderPane *self,
         GtkWidget   *button)
{
  step_item (self, find_item (self, button), 1, button);
}

static gboolean
key_pressed_cb (WbOrderPane           *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  Item *item = focus != NULL ? find_item (self, focus) : NULL;

  if (item == NULL || self->locked)
    return GDK_EVENT_PROPAGATE;
  if (held == GDK_ALT_MASK && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    step_item (self, item, -1, item->row);
  else if (held == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    step_item (self, item, 1, item->row);
  else if (held == 0 && focus == item->row && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    wb_answer_pane_submit (WB_ANSWER_PANE (self));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
drag_prepare_cb (WbOrderPane   *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = NULL;

  if (self->locked)
    return NULL;

  picture = gtk_widget_paintable_new (row);
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

/* Dropped on another row of this list, the item takes its place. */
static gboolean
drop_cb (WbOrderPane   *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *dragged = g_value_get_object (value);
  Item *from = find_item (self, dragged);
  Item *to = find_item (self, row);

  if (from == NULL || to == NULL || self->locked)
    return FALSE;
  move_item (self, find_place (self, from), find_place (self, to));

  return TRUE;
}

static void
add_drag (WbOrderPane *self,
          GtkWidget   *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
make_button (WbOrderPane *self,
             const char  *icon,
             const char  *format,
             const char  *text,
             GCallback    callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strconcat (format, ": ", text, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, format);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
add_item (WbOrderPane *self,
          guint        number)
{
  Item *item = g_new0 (Item, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  item->item = number;
  item->row = gtk_list_box_row_new ();
  item->handle = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-drag-handle-symbolic", "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  item->number = GTK_LABEL (gtk_label_new (NULL));
  item->end = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  item->up = make_button (self, "go-up-symbolic", _("Move up"), get_text (self, item), G_CALLBACK (up_cb));
  item->down = make_button (self, "go-down-symbolic", _("Move down"), get_text (self, item), G_CALLBACK (down_cb));
  gtk_widget_add_css_class (GTK_WIDGET (item->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (item->number), "heading");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_size_request (box, -1, 34);
  gtk_box_append (GTK_BOX (box), item->handle);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (item->number));
  gtk_box_append (GTK_BOX (box), make_text (get_text (self, item)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (item->end));
  gtk_box_append (item->end, item->up);
  gtk_box_append (item->end, item->down);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item->row), FALSE);
  add_drag (self, item->row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), item->row);
  g_ptr_array_add (self->items, item);
}

static void
wb_order_pane_set_response (WbAnswerPane *pane,
                            WbResponse   *response)
{
  WbOrderPane *self = WB_ORDER_PANE (pane);
  guint n_picks;
  const guint *picks = wb_response_get_picks (response, &n_picks);

  for (guint to = 0; to < n_picks; to++)
    for (guint from = to; from < self->items->len; from++)
      if (((Item *) g_ptr_array_index (self->items, from))->item == picks[to])
        move_item (self, from, to);
  say (self, "");
}

static void
wb_order_pane_show_result (WbAnswerPane *pane,
                           WbResponse   *response)
{
  WbOrderPane *self = WB_ORDER_PANE (pane);

  self->locked = response != NULL;
  say (self, "");
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);
      gboolean right = item->item == i;
      g_autofree char *word = NULL;

      g_clear_pointer (&item->chip, gtk_widget_unparent);
      if (response == NULL)
        continue;
      word = right ? g_strdup (_("Right")) : g_strdup_printf (_("Belongs at place %u"), item->item + 1);
      item->chip = wb_answer_pane_make_chip (right, word);
      gtk_widget_set_valign (item->chip, GTK_ALIGN_CENTER);
      gtk_widget_set_margin_end (item->chip, 6);
      gtk_box_append (item->end, item->chip);
    }
  update_rows (self);
}

static void
wb_order_pane_constructed (GObject *object)
{
  WbOrderPane *self = WB_ORDER_PANE (object);
  const WbQuestion *question = wb_answer_pane_get_question (WB_ANSWER_PANE (self));
  /* The same arrangement every time: what was seen before is found again. */
  g_autofree guint *order = wb_quiz_shuffle (question, g_str_hash (question->id));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (wb_order_pane_parent_class)->constructed (object);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Alt with Up or Down moves an item"), -1);
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE,
                               "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->status, "caption");
  gtk_widget_add_css_class (self->status, "dim-label");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  for (guint i = 0; i < question->items->len; i++)
    add_item (self, order[i]);
  update_rows (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
wb_order_pane_grab_focus (GtkWidget *widget)
{
  WbOrderPane *self = WB_ORDER_PANE (widget);

  return self->items->len > 0 && gtk_widget_grab_focus (((Item *) g_ptr_array_index (self->items, 0))->row);
}

static void
wb_order_pane_finalize (GObject *object)
{
  g_ptr_array_unref (WB_ORDER_PANE (object)->items);

  G_OBJECT_CLASS (wb_order_pane_parent_class)->finalize (object);
}

static void
wb_order_pane_class_init (WbOrderPaneClass *klass)
{
  WbAnswerPaneClass *pane_class = WB_ANSWER_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = wb_order_pane_constructed;
  G_OBJECT_CLASS (klass)->finalize = wb_order_pane_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = wb_order_pane_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = wb_focus_pass;
  pane_class->get_response = wb_order_pane_get_response;
  pane_class->set_response = wb_order_pane_set_response;
  pane_class->show_result = wb_order_pane_show_result;
}

static void
wb_order_pane_init (WbOrderPane *self)
{
  self->items = g_ptr_array_new_with_free_func (g_free);
}
