/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-chip.h"

struct _WbChip
{
  GtkWidget parent_instance;

  /* Owned children */
  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (WbChip, wb_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* How the fields of effect look; others are shown in grey. */
static const struct
{
  const char *effect;
  const char *icon_name;
  const char *tone;
} effects[] = {
  { "ueberzeugungskraft", "chat-message-new-symbolic", "purple" },
  { "umsetzungsfaehigkeit", "system-run-symbolic", "blue" },
  { "handlungssicherheit", "security-high-symbolic", "green" },
  { "kompetenzen", "emoji-objects-symbolic", "orange" },
};

/* Bars filled for each grade; 0 for whatever else. */
static const struct
{
  const char *grade;
  const char *icon_name;
} grades[] = {
  { "belegt", "wb-evidence-3-symbolic" },
  { "sekundaerquelle", "wb-evidence-2-symbolic" },
  { "anbieterquelle", "wb-evidence-2-symbolic" },
  { "teilweise", "wb-evidence-1-symbolic" },
};

static void
wb_chip_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  WbChip *self = WB_CHIP (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (GTK_IMAGE (self->image)));
      break;

    case PROP_LABEL:
      g_value_set_string (value, wb_chip_get_label (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_chip_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  WbChip *self = WB_CHIP (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      wb_chip_set_icon (self, g_value_get_string (value));
      break;

    case PROP_LABEL:
      wb_chip_set_label (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_chip_dispose (GObject *object)
{
  WbChip *self = WB_CHIP (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (wb_chip_parent_class)->dispose (object);
}

static void
wb_chip_class_init (WbChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_chip_dispose;
  object_class->get_property = wb_chip_get_property;
  object_class->set_property = wb_chip_set_property;

  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
}

static void
wb_chip_init (WbChip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->image = g_object_new (GTK_TYPE_IMAGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "pixel-size", 14,
                              "visible", FALSE,
                              NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
wb_chip_new (const char *icon_name,
             const char *label)
{
  return g_object_new (WB_TYPE_CHIP, "icon-name", icon_name, "label", label, NULL);
}

const char *
wb_chip_get_label (WbChip *self)
{
  const char *label;

  g_return_val_if_fail (WB_IS_CHIP (self), NULL);

  label = gtk_label_get_label (GTK_LABEL (self->label));

  return *label != '\0' ? label : NULL;
}

void
wb_chip_set_label (WbChip     *self,
                   const char *label)
{
  g_return_if_fail (WB_IS_CHIP (self));

  if (g_strcmp0 (wb_chip_get_label (self), label) == 0)
    return;

  gtk_label_set_text (GTK_LABEL (self->label), label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self), wb_chip_get_label (self) != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

void
wb_chip_set_icon (WbChip     *self,
                  const char *icon_name)
{
  g_return_if_fail (WB_IS_CHIP (self));

  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (self->image)), icon_name) == 0)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon_name);
  gtk_widget_set_visible (self->image, icon_name != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

void
wb_chip_set_evidence (WbChip       *self,
                      WbVocabulary *vocabulary,
                      const char   *grade)
{
  const char *icon_name = "wb-evidence-0-symbolic";

  g_return_if_fail (WB_IS_CHIP (self));
  g_return_if_fail (WB_IS_VOCABULARY (vocabulary));

  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    if (g_strcmp0 (grade, grades[i].grade) == 0)
      icon_name = grades[i].icon_name;

  gtk_widget_add_css_class (GTK_WIDGET (self), "evidence");
  wb_chip_set_icon (self, icon_name);
  wb_chip_set_label (self, grade != NULL
                           ? wb_vocabulary_get_value_label (vocabulary, "evidence", grade)
                           : NULL);
}

void
wb_chip_set_effect (WbChip       *self,
                    WbVocabulary *vocabulary,
                    const char   *effect)
{
  g_return_if_fail (WB_IS_CHIP (self));
  g_return_if_fail (WB_IS_VOCABULARY (vocabulary));
  g_return_if_fail (effect != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
    if (g_str_equal (effect, effects[i].effect))
      {
        wb_chip_set_icon (self, effects[i].icon_name);
        gtk_widget_add_css_class (GTK_WIDGET (self), effects[i].tone);
      }

  wb_chip_set_label (self, wb_vocabulary_get_value_label (vocabulary, "effect", effect));
}
