/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-row-text.h"

/**
 * DitesRowText:
 *
 * One line of text in a row of a list, or more where it is given room for them, cut at its
 * end where it does not fit. Its size follows from the font alone: another text asks for no other place, and is laid out when it is
 * drawn. A view gives two hundred rows another text with each key in the search field,
 * and shows fifteen of them; a #GtkLabel would lay out and measure all of them.
 */
typedef struct
{
  char        *text;
  PangoLayout *layout; /* (nullable): not laid out yet */
  int          width;  /* of all of the text, in pixels; 0 where nobody has asked */
} DitesRowTextPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DitesRowText, dites_row_text, GTK_TYPE_WIDGET)

/* What a font measures, for all that have the same. */
static struct
{
  PangoFontMap         *map;
  guint                 serial;
  double                resolution;
  PangoFontDescription *font;
  int                   height;
  int                   baseline;
  int                   char_width; /* in Pango units */
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
  fonts[i].char_width = pango_font_metrics_get_approximate_char_width (metrics);
  pango_font_metrics_unref (metrics);

  return i;
}

static int
get_min_width (DitesRowText *self)
{
  return PANGO_PIXELS_CEIL (DITES_ROW_TEXT_GET_CLASS (self)->min_chars * fonts[measure_font (self)].char_width);
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
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = get_min_width (DITES_ROW_TEXT (widget));
  else
    {
      gsize i = measure_font (DITES_ROW_TEXT (widget));

      *minimum = *natural = fonts[i].height;
      *minimum_baseline = *natural_baseline = fonts[i].baseline;
    }
}

static gboolean
is_from_right (DitesRowText *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* “2 November to 2 May” keeps its order where one reads from right to left. */
static void
follow_letters (DitesRowText *self)
{
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);
  PangoContext        *context = pango_layout_get_context (priv->layout);

  if (!is_from_right (self))
    return;

  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_layout_set_auto_dir (priv->layout, TRUE);
  pango_context_set_base_dir (context, pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (priv->layout, 0)));
  pango_layout_set_auto_dir (priv->layout, FALSE);
}

static void
lay_out (DitesRowText *self)
{
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);

  if (priv->layout != NULL)
    return;

  priv->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), priv->text);
  pango_layout_set_single_paragraph_mode (priv->layout, TRUE);
  pango_layout_set_wrap (priv->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (priv->layout, PANGO_ELLIPSIZE_END);
  /* A name in Latin letters begins where the line does, also where one reads from right to left. */
  pango_layout_set_auto_dir (priv->layout, FALSE);
  pango_layout_set_alignment (priv->layout, is_from_right (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  priv->width = 0;
  follow_letters (self);
}

static void
dites_row_text_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DitesRowText        *self = DITES_ROW_TEXT (widget);
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);
  GdkRGBA              color;

  if (*priv->text == '\0')
    return;

  lay_out (self);
  /* In as many lines as there is room for. */
  pango_layout_set_height (priv->layout, -MAX (1, gtk_widget_get_height (widget) / fonts[measure_font (self)].height));
  /* What has place for all of its text has been laid out like that already. */
  if (priv->width == 0 || priv->width > gtk_widget_get_width (widget) || is_from_right (self))
    pango_layout_set_width (priv->layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_layout (snapshot, priv->layout, &color);
}

/* Another font, another direction, or letters of another size. */
static void
lay_out_again (DitesRowText *self)
{
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);

  g_clear_object (&priv->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dites_row_text_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (DITES_ROW_TEXT (widget));

  GTK_WIDGET_CLASS (dites_row_text_parent_class)->css_changed (widget, change);

  g_clear_object (&priv->layout);
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
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (DITES_ROW_TEXT (object));

  g_clear_object (&priv->layout);
  g_free (priv->text);

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

  klass->min_chars = 8;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
dites_row_text_init (DitesRowText *self)
{
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);

  priv->text = g_strdup ("");
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
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);

  g_return_val_if_fail (DITES_IS_ROW_TEXT (self), "");

  return priv->text;
}

/**
 * dites_row_text_get_missing_width:
 * @self: a line
 *
 * Returns: how much wider than it asks for it has to be for all of its text to be seen, in pixels
 */
int
dites_row_text_get_missing_width (DitesRowText *self)
{
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);

  g_return_val_if_fail (DITES_IS_ROW_TEXT (self), 0);

  lay_out (self);
  pango_layout_set_width (priv->layout, -1);
  pango_layout_get_pixel_size (priv->layout, &priv->width, NULL);

  return MAX (priv->width - get_min_width (self), 0);
}

/**
 * dites_row_text_count_lines:
 * @self: a line
 * @width: how wide it would be, in pixels
 * @most: how many lines it may have
 *
 * Returns: how many lines it needs if it is that high, at most @most; lays it out to know
 */
int
dites_row_text_count_lines (DitesRowText *self,
                            int           width,
                            int           most)
{
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);

  g_return_val_if_fail (DITES_IS_ROW_TEXT (self), 1);

  lay_out (self);
  pango_layout_set_height (priv->layout, -most);
  pango_layout_set_width (priv->layout, width * PANGO_SCALE);

  return CLAMP (pango_layout_get_line_count (priv->layout), 1, most);
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
  DitesRowTextPrivate *priv = dites_row_text_get_instance_private (self);

  g_return_if_fail (DITES_IS_ROW_TEXT (self));

  if (!g_set_str (&priv->text, text))
    return;

  if (priv->layout != NULL)
    {
      pango_layout_set_text (priv->layout, text, -1);
      follow_letters (self);
    }
  priv->width = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
