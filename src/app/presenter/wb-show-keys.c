/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-show-keys.h"

typedef enum
{
  KEY_PLAIN,  /* types something: stays in a text */
  KEY_CLICK,  /* presses a button */
  KEY_MOVE,   /* moves in a list, in a text */
  KEY_ALWAYS, /* clickers */
} KeyKind;

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

static const struct
{
  guint keyval;
  gboolean shift; /* only with Shift; the other keys do not mind it */
  KeyKind kind;
  const char *action;
} keys[] = {
  { GDK_KEY_Left, TRUE, KEY_MOVE, "left" },
  { GDK_KEY_Right, TRUE, KEY_MOVE, "right" },
  { GDK_KEY_Up, TRUE, KEY_MOVE, "up" },
  { GDK_KEY_Down, TRUE, KEY_MOVE, "down" },
  { GDK_KEY_Page_Down, FALSE, KEY_ALWAYS, "next" },
  { GDK_KEY_KP_Page_Down, FALSE, KEY_ALWAYS, "next" },
  { GDK_KEY_Right, FALSE, KEY_MOVE, "next" },
  { GDK_KEY_KP_Right, FALSE, KEY_MOVE, "next" },
  { GDK_KEY_Down, FALSE, KEY_MOVE, "next" },
  { GDK_KEY_KP_Down, FALSE, KEY_MOVE, "next" },
  { GDK_KEY_space, FALSE, KEY_CLICK, "next" },
  { GDK_KEY_n, FALSE, KEY_PLAIN, "next" },
  { GDK_KEY_Return, FALSE, KEY_CLICK, "enter" },
  { GDK_KEY_KP_Enter, FALSE, KEY_CLICK, "enter" },
  { GDK_KEY_Page_Up, FALSE, KEY_ALWAYS, "previous" },
  { GDK_KEY_KP_Page_Up, FALSE, KEY_ALWAYS, "previous" },
  { GDK_KEY_Left, FALSE, KEY_MOVE, "previous" },
  { GDK_KEY_KP_Left, FALSE, KEY_MOVE, "previous" },
  { GDK_KEY_Up, FALSE, KEY_MOVE, "previous" },
  { GDK_KEY_KP_Up, FALSE, KEY_MOVE, "previous" },
  { GDK_KEY_BackSpace, FALSE, KEY_MOVE, "previous" },
  { GDK_KEY_Home, FALSE, KEY_MOVE, "first" },
  { GDK_KEY_KP_Home, FALSE, KEY_MOVE, "first" },
  { GDK_KEY_End, FALSE, KEY_MOVE, "last" },
  { GDK_KEY_KP_End, FALSE, KEY_MOVE, "last" },
  { GDK_KEY_b, FALSE, KEY_PLAIN, "black" },
  { GDK_KEY_period, FALSE, KEY_PLAIN, "black" },
  { GDK_KEY_KP_Decimal, FALSE, KEY_PLAIN, "black" },
  { GDK_KEY_w, FALSE, KEY_PLAIN, "white" },
  { GDK_KEY_comma, FALSE, KEY_PLAIN, "white" },
  { GDK_KEY_f, FALSE, KEY_PLAIN, "freeze" },
  { GDK_KEY_l, FALSE, KEY_PLAIN, "pointer" },
  { GDK_KEY_z, FALSE, KEY_PLAIN, "zoom" },
  { GDK_KEY_plus, FALSE, KEY_PLAIN, "closer" },
  { GDK_KEY_KP_Add, FALSE, KEY_PLAIN, "closer" },
  { GDK_KEY_minus, FALSE, KEY_PLAIN, "further" },
  { GDK_KEY_KP_Subtract, FALSE, KEY_PLAIN, "further" },
  { GDK_KEY_o, FALSE, KEY_PLAIN, "overview" },
  { GDK_KEY_t, FALSE, KEY_PLAIN, "countdown" },
  { GDK_KEY_c, FALSE, KEY_PLAIN, "pause" },
  { GDK_KEY_p, FALSE, KEY_PLAIN, "speaker" },
  { GDK_KEY_s, FALSE, KEY_PLAIN, "swap" },
  { GDK_KEY_v, FALSE, KEY_PLAIN, "windows" },
  { GDK_KEY_question, FALSE, KEY_PLAIN, "help" },
  { GDK_KEY_F1, FALSE, KEY_ALWAYS, "help" },
  { GDK_KEY_F5, FALSE, KEY_ALWAYS, "start" },
  { GDK_KEY_Escape, FALSE, KEY_ALWAYS, "escape" },
  { GDK_KEY_0, FALSE, KEY_PLAIN, "digit(uint32 0)" },
  { GDK_KEY_1, FALSE, KEY_PLAIN, "digit(uint32 1)" },
  { GDK_KEY_2, FALSE, KEY_PLAIN, "digit(uint32 2)" },
  { GDK_KEY_3, FALSE, KEY_PLAIN, "digit(uint32 3)" },
  { GDK_KEY_4, FALSE, KEY_PLAIN, "digit(uint32 4)" },
  { GDK_KEY_5, FALSE, KEY_PLAIN, "digit(uint32 5)" },
  { GDK_KEY_6, FALSE, KEY_PLAIN, "digit(uint32 6)" },
  { GDK_KEY_7, FALSE, KEY_PLAIN, "digit(uint32 7)" },
  { GDK_KEY_8, FALSE, KEY_PLAIN, "digit(uint32 8)" },
  { GDK_KEY_9, FALSE, KEY_PLAIN, "digit(uint32 9)" },
  { GDK_KEY_KP_0, FALSE, KEY_PLAIN, "digit(uint32 0)" },
  { GDK_KEY_KP_1, FALSE, KEY_PLAIN, "digit(uint32 1)" },
  { GDK_KEY_KP_2, FALSE, KEY_PLAIN, "digit(uint32 2)" },
  { GDK_KEY_KP_3, FALSE, KEY_PLAIN, "digit(uint32 3)" },
  { GDK_KEY_KP_4, FALSE, KEY_PLAIN, "digit(uint32 4)" },
  { GDK_KEY_KP_5, FALSE, KEY_PLAIN, "digit(uint32 5)" },
  { GDK_KEY_KP_6, FALSE, KEY_PLAIN, "digit(uint32 6)" },
  { GDK_KEY_KP_7, FALSE, KEY_PLAIN, "digit(uint32 7)" },
  { GDK_KEY_KP_8, FALSE, KEY_PLAIN, "digit(uint32 8)" },
  { GDK_KEY_KP_9, FALSE, KEY_PLAIN, "digit(uint32 9)" },
};

/* The row of the table, or -1. */
static int
find_key (guint           keyval,
          GdkModifierType state)
{
  const guint lower = gdk_keyval_to_lower (keyval);

  if ((state & MODIFIERS) != 0)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == lower && (!keys[i].shift || (state & GDK_SHIFT_MASK) != 0))
      return (int) i;

  return -1;
}

const char *
wb_show_keys_lookup (guint           keyval,
                     GdkModifierType state)
{
  const int row = find_key (keyval, state);

  return row >= 0 ? keys[row].action : NULL;
}

/* Whether the widget that has the focus wants a key of this kind for itself. */
static gboolean
belongs_to_focus (GtkWidget *window,
                  KeyKind    kind)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  gboolean list;

  if (focus == NULL || kind == KEY_ALWAYS)
    return FALSE;
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    return TRUE;
  list = gtk_widget_get_ancestor (focus, GTK_TYPE_FLOW_BOX) != NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
  if (kind == KEY_MOVE)
    return list;

  return kind == KEY_CLICK && (list || GTK_IS_BUTTON (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_MENU_BUTTON) != NULL);
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               keyval,
                guint               code,
                GdkModifierType     state,
                GtkWidget          *window)
{
  const int row = find_key (keyval, state);
  g_autofree char *detailed = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (row < 0 || belongs_to_focus (window, keys[row].kind))
    return GDK_EVENT_PROPAGATE;
  detailed = g_strconcat ("show.", keys[row].action, NULL);
  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action_variant (window, name, target);

  return GDK_EVENT_STOP;
}

void
wb_show_keys_install (GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (window, controller);
}
