/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-place-map.h"

#include <glib/gi18n-lib.h>

#include "wb-grid-check.h"
#include "wb-place-point.h"

#define N_FIELDS (WB_GRID_MAX - WB_GRID_MIN + 1)
#define AXIS 26
#define HEAD 24       /* the name of the axis above the map */
#define FOOT 48       /* the numbers below it, and the name of the other */
#define WAY 20        /* room for the words in the corners */
#define POINT 30      /* height of a point */
#define GAP 4
#define MIN_FIELD 52
#define MIN_WIDTH 290
#define NATURAL_WIDTH 620
#define TRAY_POINT 150
#define CORNER 6

struct _WbPlaceMap
{
  GtkWidget parent_instance;

  /* Owned */
  GHashTable *points; /* row → WbPlacePoint, a child */

  /* Borrowed */
  WbFieldRow *owner;
  GtkWidget *tray_label;
  WbPlacePoint *dragged;

  /* State */
  double start_x; /* of the drag, in the map; how far it has come */
  double start_y;
  double offset_x;
  double offset_y;
};

/* Where everything is, for a width; the map begins below its HEAD. */
typedef struct
{
  double field_width;
  int heights[N_FIELDS]; /* of the rows, the top one first */
  int bottom;            /* end of the fields */
  int tray;              /* where what is not placed begins; 0 when there is none */
  guint tray_columns;
  int height;
} Plan;

G_DEFINE_FINAL_TYPE (WbPlaceMap, wb_place_map, GTK_TYPE_WIDGET)

static const WbField *
get_field (WbPlaceMap *self)
{
  return wb_field_row_get_field (self->owner);
}

static const char *
get_column (WbPlaceMap *self,
            gboolean    up)
{
  if (get_field (self)->grid == WB_GRID_RISKS)
    return up ? "likelihood" : "damage";

  return up ? "influence" : "interest";
}

/* 0 when the row has none. */
static int
get_value (WbPlaceMap *self,
           const char *row,
           gboolean    up)
{
  return wb_grid_get_strength (get_field (self), wb_field_row_get_answers (self->owner), row, get_column (self, up));
}

static gboolean
is_placed (WbPlaceMap *self,
           const char *row)
{
  return get_value (self, row, TRUE) > 0 && get_value (self, row, FALSE) > 0;
}

static const char **
list_rows (WbPlaceMap *self)
{
  return wb_answers_list_rows (wb_field_row_get_answers (self->owner), get_field (self)->id);
}

/* The height of the words in the corners, which grow with the type. */
static int
get_way_height (WbPlaceMap *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);

  return MAX (WAY, PANGO_PIXELS_CEIL (height));
}

/* How many stand in each field; the top row first. Returns how many have no place yet. */
static guint
count_points (WbPlaceMap *self,
              guint       counts[N_FIELDS][N_FIELDS])
{
  g_autofree const char **rows = list_rows (self);
  guint waiting = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    if (is_placed (self, rows[i]))
      counts[WB_GRID_MAX - get_value (self, rows[i], TRUE)][get_value (self, rows[i], FALSE) - WB_GRID_MIN]++;
    else
      waiting++;

  return waiting;
}

/* A name in the last field runs over the one before, when nobody stands there. */
static gboolean
runs_back (const guint counts[N_FIELDS],
           guint       right)
{
  return right == N_FIELDS - 1 && counts[right - 1] == 0;
}

/* Over how many fields a name may run: up to the next that somebody stands in, or runs back over. */
static guint
count_free (const guint counts[N_FIELDS],
            guint       right)
{
  guint n = 1;

  if (runs_back (counts, right))
    {
      while (n <= right && counts[right - n] == 0)
        n++;
      return n > right ? n : 2;
    }
  while (right + n < N_FIELDS && counts[right + n] == 0
         && !(right + n == N_FIELDS - 2 && counts[N_FIELDS - 1] > 0))
    n++;

  return n;
}

static Plan
make_plan (WbPlaceMap *self,
           int         width)
{
  guint counts[N_FIELDS][N_FIELDS] = { { 0 } };
  const guint waiting = count_points (self, counts);
  Plan plan = { 0 };

  plan.field_width = (MAX (width, MIN_WIDTH) - AXIS) / (double) N_FIELDS;
  plan.bottom = HEAD;
  plan.tray_columns = MAX (1, (guint) (width / (TRAY_POINT + GAP)));
  for (guint i = 0; i < N_FIELDS; i++)
    {
      plan.heights[i] = MIN_FIELD;
      for (guint j = 0; j < N_FIELDS; j++)
        plan.heights[i] = MAX (plan.heights[i], (int) counts[i][j] * (POINT + GAP) + 2 * GAP);
      if (get_field (self)->grid == WB_GRID_STAKEHOLDERS && (i == 0 || i == N_FIELDS - 1))
        plan.heights[i] += get_way_height (self);
      plan.bottom += plan.heights[i];
    }
  plan.height = plan.bottom + FOOT;
  if (waiting > 0)
    {
      plan.tray = plan.height + POINT;
      plan.height = plan.tray + (int) ((waiting + plan.tray_columns - 1) / plan.tray_columns) * (POINT + GAP);
    }

  return plan;
}

static void
allocate (GtkWidget *child,
          double     x,
          double     y,
          double     width)
{
  GtkAllocation box = { (int) x, (int) y, (int) width, POINT };
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  box.width = MAX (box.width, least);
  gtk_widget_size_allocate (child, &box, -1);
}

/* As wide as the field, or as the name where there is more room. */
static double
find_room (GtkWidget *point,
           double     field,
           double     free_width)
{
  int natural;

  gtk_widget_measure (point, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return MIN (MAX (field, natural), free_width);
}

static void
wb_place_map_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  WbPlaceMap *self = WB_PLACE_MAP (widget);
  g_autofree const char **rows = list_rows (self);
  guint used[N_FIELDS][N_FIELDS] = { { 0 } }, counts[N_FIELDS][N_FIELDS] = { { 0 } }, waiting = 0;
  Plan plan = make_plan (self, width);

  count_points (self, counts);
  gtk_widget_set_child_visible (self->tray_label, plan.tray > 0);
  if (plan.tray > 0)
    allocate (self->tray_label, 0, plan.tray - POINT, width);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      GtkWidget *point = wb_place_map_get_point (self, rows[i]);
      const int up = get_value (self, rows[i], TRUE), right = get_value (self, rows[i], FALSE);
      double x, y, room = TRAY_POINT;

      if (point == NULL)
        continue;
      if (up > 0 && right > 0)
        {
          x = AXIS + (right - WB_GRID_MIN) * plan.field_width + GAP;
          y = HEAD + GAP + used[WB_GRID_MAX - up][right - WB_GRID_MIN]++ * (POINT + GAP);
          for (int j = 0; j < WB_GRID_MAX - up; j++)
            y += plan.heights[j];
          room = find_room (point, plan.field_width - 2 * GAP,
                            count_free (counts[WB_GRID_MAX - up], (guint) (right - WB_GRID_MIN)) * plan.field_width - 2 * GAP);
          if (runs_back (counts[WB_GRID_MAX - up], (guint) (right - WB_GRID_MIN)))
            x += plan.field_width - 2 * GAP - room;
        }
      else
        {
          x = waiting % plan.tray_columns * (TRAY_POINT + GAP);
          y = plan.tray + (int) (waiting / plan.tray_columns) * (POINT + GAP);
          waiting++;
        }
      if (point == GTK_WIDGET (self->dragged))
        {
          x += self->offset_x;
          y += self->offset_y;
        }
      allocate (point, x, y, room);
    }
}

static void
wb_place_map_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = *natural = make_plan (WB_PLACE_MAP (widget), for_size < 0 ? NATURAL_WIDTH : for_size).height;
}

static GtkSizeRequestMode
wb_place_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
snapshot_text (WbPlaceMap    *self,
               GtkSnapshot   *snapshot,
               const char    *text,
               const GdkRGBA *color,
               double         x,
               double         y,
               double         width,
               PangoAlignment align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, align);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_field (GtkSnapshot           *snapshot,
                const graphene_rect_t *box,
                const GdkRGBA         *color,
                int                    up,
                int                    right)
{
  static const float widths[] = { 1, 1, 1, 1 };
  const gboolean much = up >= 3 && right >= 3;
  GdkRGBA line = *color, fill = *color;
  GdkRGBA lines[4];
  GskRoundedRect outline;

  line.alpha *= 0.22f;
  fill.alpha *= much ? 0.09f : up >= 3 || right >= 3 ? 0.045f : 0.0f;
  gtk_snapshot_append_color (snapshot, &fill, box);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i] = line;
  gsk_rounded_rect_init_from_rect (&outline, box, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, lines);
}

/* What is done with those who stand here, in the corner of each quarter. */
static void
snapshot_ways (WbPlaceMap    *self,
               GtkSnapshot   *snapshot,
               const Plan    *plan,
               const GdkRGBA *color)
{
  static const struct { int up; int right; } corners[] = { { 5, 1 }, { 5, 5 }, { 1, 1 }, { 1, 5 } };
  GdkRGBA dim = *color;
  int way;

  dim.alpha *= 0.6f;
  way = get_way_height (self);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      const gboolean top = corners[i].up == WB_GRID_MAX, left = corners[i].right == WB_GRID_MIN;

      snapshot_text (self, snapshot, wb_grid_get_way (corners[i].up, corners[i].right), &dim,
                     AXIS + (left ? 0 : 3 * plan->field_width) + CORNER,
                     (top ? HEAD + plan->heights[0] : plan->bottom) - way - 1, 2 * plan->field_width - 2 * CORNER,
                     left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }
}

static void
snapshot_axes (WbPlaceMap    *self,
               GtkSnapshot   *snapshot,
               const Plan    *plan,
               const GdkRGBA *color)
{
  const gboolean risks = get_field (self)->grid == WB_GRID_RISKS;
  int y = HEAD;

  snapshot_text (self, snapshot, risks ? _("Likelihood ↑") : _("Influence ↑"), color, 0, 0, 2 * plan->field_width, PANGO_ALIGN_LEFT);
  snapshot_text (self, snapshot, risks ? _("Damage →") : _("Interest →"), color, AXIS + 3 * plan->field_width, plan->bottom + WAY + 4,
                 2 * plan->field_width, PANGO_ALIGN_RIGHT);
  for (int i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *row = g_strdup_printf ("%d", WB_GRID_MAX - i), *column = g_strdup_printf ("%d", WB_GRID_MIN + i);

      snapshot_text (self, snapshot, row, color, 0, y + plan->heights[i] / 2.0 - 10, AXIS - 8, PANGO_ALIGN_RIGHT);
      snapshot_text (self, snapshot, column, color, AXIS + i * plan->field_width, plan->bottom + 2, plan->field_width,
                     PANGO_ALIGN_CENTER);
      y += plan->heights[i];
    }
}

static void
wb_place_map_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  WbPlaceMap *self = WB_PLACE_MAP (widget);
  Plan plan = make_plan (self, gtk_widget_get_width (widget));
  GdkRGBA color;
  int y = HEAD;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (int i = 0; i < N_FIELDS; i++)
    {
      for (int j = 0; j < N_FIELDS; j++)
        snapshot_field (snapshot,
                        &GRAPHENE_RECT_INIT ((float) (AXIS + j * plan.field_width), (float) y, (float) plan.field_width,
                                             (float) plan.heights[i]),
                        &color, WB_GRID_MAX - i, WB_GRID_MIN + j);
      y += plan.heights[i];
    }
  if (get_field (self)->grid == WB_GRID_STAKEHOLDERS)
    snapshot_ways (self, snapshot, &plan, &color);
  snapshot_axes (self, snapshot, &plan, &color);

  GTK_WIDGET_CLASS (wb_place_map_parent_class)->snapshot (widget, snapshot);
}

/* Both values at once, so that it is one thing to undo; 0 takes them away. */
static void
place (WbPlaceMap *self,
       const char *row,
       int         up,
       int         right)
{
  g_autofree char *y = up > 0 ? g_strdup_printf ("%d", up) : g_strdup (""), *x = right > 0 ? g_strdup_printf ("%d", right) : g_strdup ("");
  g_autofree char *id = g_strdup (row);

  if (wb_form_context_get_read_only (wb_field_row_get_context (self->owner)))
    return;

  wb_field_row_store (self->owner, id, get_column (self, TRUE), y);
  wb_field_row_store (self->owner, id, get_column (self, FALSE), x);
}

static void
update_point (WbPlaceMap   *self,
              WbPlacePoint *point,
              guint         position,
              const guint   counts[N_FIELDS][N_FIELDS])
{
  const char *row = wb_place_point_get_row (point);
  WbAnswers *answers = wb_field_row_get_answers (self->owner);
  const char *name = wb_grid_get_row_name (get_field (self), answers, row);
  g_autofree char *unnamed = g_strdup_printf (_("Row %u"), position);
  g_autofree char *words = wb_grid_describe_place (get_field (self), answers, row);

  wb_place_point_show (point, position, *name != '\0' ? name : unnamed, words);
  wb_place_point_set_back (point, is_placed (self, row)
                                    && runs_back (counts[WB_GRID_MAX - get_value (self, row, TRUE)],
                                                  (guint) (get_value (self, row, FALSE) - WB_GRID_MIN)));
}

static void
update (WbPlaceMap *self)
{
  g_autofree const char **rows = list_rows (self);
  guint counts[N_FIELDS][N_FIELDS] = { { 0 } };

  count_points (self, counts);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      WbPlacePoint *point = g_hash_table_lookup (self->points, rows[i]);

      if (point == NULL)
        {
          point = WB_PLACE_POINT (wb_place_point_new (rows[i]));
          g_hash_table_insert (self->points, g_strdup (rows[i]), point);
          gtk_widget_set_parent (GTK_WIDGET (point), GTK_WIDGET (self));
        }
      update_point (self, point, i + 1, counts);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), rows[0] != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cell_changed_cb (WbAnswers  *answers,
                 const char *field,
                 const char *row,
                 const char *column,
                 const char *value,
                 WbPlaceMap *self)
{
  if (g_strcmp0 (field, get_field (self)->id) == 0)
    update (self);
}

static void
row_added_cb (WbAnswers  *answers,
              const char *field,
              const char *row,
              guint       position,
              WbPlaceMap *self)
{
  if (g_strcmp0 (field, get_field (self)->id) == 0)
    update (self);
}

static void
row_removed_cb (WbAnswers  *answers,
                const char *field,
                const char *row,
                WbPlaceMap *self)
{
  GtkWidget *point = g_strcmp0 (field, get_field (self)->id) == 0 ? wb_place_map_get_point (self, row) : NULL;

  if (point == NULL)
    return;

  if (GTK_WIDGET (self->dragged) == point)
    self->dragged = NULL;
  g_hash_table_remove (self->points, row);
  gtk_widget_unparent (point);
  update (self);
}

/* From the middle of what is not placed, or a field further; the edge stops. */
static void
move (WbPlaceMap *self,
      const char *row,
      int         up,
      int         right)
{
  const int middle = (WB_GRID_MIN + WB_GRID_MAX) / 2;

  if (!is_placed (self, row))
    place (self, row, middle, middle);
  else
    place (self, row, CLAMP (get_value (self, row, TRUE) + up, WB_GRID_MIN, WB_GRID_MAX),
           CLAMP (get_value (self, row, FALSE) + right, WB_GRID_MIN, WB_GRID_MAX));
}

static gboolean
key_pressed_cb (WbPlaceMap            *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *point = gtk_widget_get_focus_child (GTK_WIDGET (self));
  const char *row = WB_IS_PLACE_POINT (point) ? wb_place_point_get_row (WB_PLACE_POINT (point)) : NULL;

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, row, 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, row, -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, row, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, row, 0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      place (self, row, 0, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
drag_begin_cb (WbPlaceMap     *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (picked != NULL && picked != GTK_WIDGET (self) && !WB_IS_PLACE_POINT (picked))
    picked = gtk_widget_get_parent (picked);
  if (!WB_IS_PLACE_POINT (picked))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_widget_grab_focus (picked);
  if (wb_form_context_get_read_only (wb_field_row_get_context (self->owner)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = WB_PLACE_POINT (picked);
  self->start_x = x;
  self->start_y = y;
  self->offset_x = self->offset_y = 0;
}

static void
drag_update_cb (WbPlaceMap *self,
                double      x,
                double      y)
{
  if (self->dragged == NULL)
    return;

  self->offset_x = x;
  self->offset_y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The field under a place of the map; 0 and 0 outside. */
static void
find_field (WbPlaceMap *self,
            double      x,
            double      y,
            int        *up,
            int        *right)
{
  Plan plan = make_plan (self, gtk_widget_get_width (GTK_WIDGET (self)));
  double top = HEAD;

  *up = *right = 0;
  if (x < 0 || y < HEAD || y >= plan.bottom)
    return;

  *right = CLAMP ((int) ((x - AXIS) / plan.field_width) + WB_GRID_MIN, WB_GRID_MIN, WB_GRID_MAX);
  for (int i = 0; i < N_FIELDS && *up == 0; i++)
    {
      top += plan.heights[i];
      if (y < top)
        *up = WB_GRID_MAX - i;
    }
}

static void
drag_end_cb (WbPlaceMap *self,
             double      x,
             double      y)
{
  WbPlacePoint *point = self->dragged;
  int up, right;

  self->dragged = NULL;
  if (point == NULL)
    return;

  /* A press that moved nothing is a choice, not a drop. */
  if (gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->start_x, (int) self->start_y, (int) (self->start_x + x),
                                (int) (self->start_y + y)))
    {
      find_field (self, self->start_x + x, self->start_y + y, &up, &right);
      place (self, wb_place_point_get_row (point), up, right);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
wb_place_map_dispose (GObject *object)
{
  WbPlaceMap *self = WB_PLACE_MAP (object);
  GtkWidget *child;

  self->dragged = NULL;
  if (self->points != NULL)
    g_hash_table_remove_all (self->points);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wb_place_map_parent_class)->dispose (object);
}

static void
wb_place_map_finalize (GObject *object)
{
  g_hash_table_unref (WB_PLACE_MAP (object)->points);

  G_OBJECT_CLASS (wb_place_map_parent_class)->finalize (object);
}

static void
wb_place_map_class_init (WbPlaceMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_place_map_dispose;
  object_class->finalize = wb_place_map_finalize;
  widget_class->measure = wb_place_map_measure;
  widget_class->size_allocate = wb_place_map_size_allocate;
  widget_class->get_request_mode = wb_place_map_get_request_mode;
  widget_class->snapshot = wb_place_map_snapshot;
  gtk_widget_class_set_css_name (widget_class, "placemap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
add_controllers (WbPlaceMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
wb_place_map_init (WbPlaceMap *self)
{
  self->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tray_label = g_object_new (GTK_TYPE_LABEL, "label", _("Not placed yet"), "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (self->tray_label, "dim-label");
  gtk_widget_add_css_class (self->tray_label, "caption");
  gtk_widget_set_parent (self->tray_label, GTK_WIDGET (self));
  add_controllers (self);
}

GtkWidget *
wb_place_map_new (WbFieldRow *owner)
{
  WbPlaceMap *self;
  WbAnswers *answers;
  gboolean risks;

  g_return_val_if_fail (WB_IS_FIELD_ROW (owner), NULL);

  self = g_object_new (WB_TYPE_PLACE_MAP, NULL);
  self->owner = owner;
  risks = get_field (self)->grid == WB_GRID_RISKS;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  risks ? _("Map: likelihood upwards, damage to the right")
                                        : _("Map: influence upwards, interest to the right"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("The arrow keys move whoever has the focus."), -1);
  answers = wb_field_row_get_answers (owner);
  g_signal_connect_object (answers, "cell-changed", G_CALLBACK (cell_changed_cb), self, 0);
  g_signal_connect_object (answers, "row-added", G_CALLBACK (row_added_cb), self, 0);
  g_signal_connect_object (answers, "row-removed", G_CALLBACK (row_removed_cb), self, 0);
  update (self);

  return GTK_WIDGET (self);
}

GtkWidget *
wb_place_map_get_point (WbPlaceMap *self,
                        const char *row)
{
  g_return_val_if_fail (WB_IS_PLACE_MAP (self), NULL);

  return g_hash_table_lookup (self->points, row);
}
