/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-row-text.h"

/* How many characters are seen at the least. */
#define MIN_CHARS 8

/**
 * DitesRowText:
 *
 * One line of text in a row of a list, cut at its end where it does not fit. Its size
 * follows from the font alone: another text asks for no other place, and is laid out when it is
 * drawn. A view gives two hundred rows another text with each key in the search field,
 * and shows fifteen of them; a #GtkLabel would lay out and measure all of them.
 */
struct _DitesRowText
{
  GtkWidget parent_instance;

  char        *text;
  PangoLayout *layout; /* (nullable): not drawn yet */
};

G_DEFINE_FINAL_TYPE (DitesRowText, dites_row_text, GTK_TYPE_WIDGET)

/* What a font measures, for all that have the same. */
static struct
{
  PangoFontMap         *map;
  guint                 serial;
  double                resolution;
  PangoFontDescription *font;
  int                   height;
  int                   baseline;
  int                   width;
} fonts[4];

static gsize
measure_font (DitesRowText *self)
{
  static gsize                next = 0;
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMap               *map = pango_context_get_font_map (context);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      resolution = pango_cairo_context_get_resolution (context);
  PangoFontMetrics           *metrics;
  gsize                       i;

  for (i = 0; i < G_N_ELEMENTS (fonts); i++)
    if (fonts[i].map == map && fonts[i].serial == pango_font_map_get_serial (map) && fonts[i].resolution == resolution &&
        pango_font_description_equal (fonts[i].font, font))
      return i;

  i = next++ % G_N_ELEMENTS (fonts);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  g_clear_pointer (&fonts[i].font, pango_font_description_free);
  g_set_object (&fonts[i].map, map);
  fonts[i].serial = pango_font_map_get_serial (map);
  fonts[i].resolution = resolution;
  fonts[i].font = pango_font_description_copy (font);
  fonts[i].height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  fonts[i].baseline = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  fonts[i].width = PANGO_PIXELS_CEIL (MIN_CHARS * pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);

  return i;
}

static void
dites_row_text_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gsize i = measure_font (DITES_ROW_TEXT (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = fonts[i].width;
  else
    {
      *minimum = *natural = fonts[i].height;
      *minimum_baseline = *natural_baseline = fonts[i].baseline;
    }
}

static void
dites_row_text_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DitesRowText *self = DITES_ROW_TEXT (widget);
  GdkRGBA       color;

  if (*self->text == '\0')
    return;

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, self->text);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_auto_dir (self->layout, FALSE);
    }
  pango_layout_set_width (self->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

/* Another font, another direction, or letters of another size. */
static void
lay_out_again (DitesRowText *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dites_row_text_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dites_row_text_parent_class)->css_changed (widget, change);

  g_clear_object (&DITES_ROW_TEXT (widget)->layout);
}

static void
dites_row_text_direction_changed (GtkWidget       *widget,
                                  GtkTextDirection previous)
{
  lay_out_again (DITES_ROW_TEXT (widget));
}

static void
dites_row_text_system_setting_changed (GtkWidget       *widget,
                                       GtkSystemSetting settings)
{
  GTK_WIDGET_CLASS (dites_row_text_parent_class)->system_setting_changed (widget, settings);

  lay_out_again (DITES_ROW_TEXT (widget));
}

static void
dites_row_text_finalize (GObject *object)
{
  DitesRowText *self = DITES_ROW_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (dites_row_text_parent_class)->finalize (object);
}

static void
dites_row_text_class_init (DitesRowTextClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dites_row_text_finalize;

  widget_class->measure = dites_row_text_measure;
  widget_class->snapshot = dites_row_text_snapshot;
  widget_class->css_changed = dites_row_text_css_changed;
  widget_class->direction_changed = dites_row_text_direction_changed;
  widget_class->system_setting_changed = dites_row_text_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
dites_row_text_init (DitesRowText *self)
{
  self->text = g_strdup ("");
}

/**
 * dites_row_text_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
dites_row_text_new (void)
{
  return g_object_new (DITES_TYPE_ROW_TEXT, NULL);
}

/**
 * dites_row_text_get_text:
 * @self: a line
 *
 * Returns: what it says
 */
const char *
dites_row_text_get_text (DitesRowText *self)
{
  g_return_val_if_fail (DITES_IS_ROW_TEXT (self), "");

  return self->text;
}

/**
 * dites_row_text_set_text:
 * @self: a line
 * @text: what it says
 *
 * Says something else.
 */
void
dites_row_text_set_text (DitesRowText *self,
                         const char   *text)
{
  g_return_if_fail (DITES_IS_ROW_TEXT (self));

  if (!g_set_str (&self->text, text))
    return;

  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
