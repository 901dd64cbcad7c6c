/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-list-row.h"

#include "dites-kind.h"
#include "dites-row-place.h"
#include "dites-row-text.h"
#include "dites-row-words.h"
#include "dites-state-pill.h"

/* Between the check button and the text, and between lines, in pixels. */
#define CHECK_SPACING 12
#define LINE_SPACING  2

/* Below how many times the height of a line there is no room for the state beside the name, which
 * would be cut after a few letters: there is room for so many more lines then. The last is the
 * state's, if there is one; the others are for what is longer than a line. */
#define TIGHT       12
#define SPARE_LINES 2

/**
 * DitesListRow:
 *
 * A document in a list: what it is called, what tells it from its like, its state,
 * and a mark if something is missing or wrong. It is used again for one document after
 * the other while a list scrolls, and asks nobody for anything.
 *
 * A view keeps two hundred rows and shows fifteen of them. So a row is as high as any other,
 * and until it is seen it has only its name: no widgets, and no look at its document.
 */
struct _DitesListRow
{
  GtkWidget parent_instance;

  GtkListItem *item;    /* (not held): the place in the view, which holds this */
  DitesRow    *row;     /* (nullable) */
  char        *section; /* (nullable): what the heading above it says */
  gboolean     seen;    /* has a place within what the view shows */
  gboolean     checks;

  DitesRowText *title;    /* (nullable): not seen yet */
  DitesRowText *subtitle; /* (nullable): not seen yet */
  GtkWidget    *check;    /* (nullable): rows are not being chosen yet */
  GtkWidget    *mark;     /* (nullable): nothing has been wrong yet */
  GtkWidget    *pill;     /* (nullable): there has been no state yet */
  const char   *look;     /* (nullable): the colour of the mark */
};

G_DEFINE_FINAL_TYPE (DitesListRow, dites_list_row, GTK_TYPE_WIDGET)

/* What the lines of a row measure, for all whose font is the same. */
static struct
{
  PangoFontMap         *map;
  guint                 serial;
  double                resolution;
  PangoFontDescription *font;
  int                   width;
  int                   height;
  int                   line_height; /* of the name */
} sizes[2];

/* Shows the mark, with the reason for it. */
static void
show_problem (DitesListRow *self,
              const char   *problem,
              gboolean      error)
{
  const char *look = error ? "error" : "warning";

  if (self->mark == NULL && problem != NULL)
    {
      self->mark = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (self->mark, GTK_WIDGET (self), GTK_WIDGET (self->title));
    }
  if (self->mark != NULL)
    gtk_widget_set_visible (self->mark, problem != NULL);
  if (problem == NULL)
    return;

  gtk_widget_set_tooltip_text (self->mark, problem);
  if (self->look == look)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  if (self->look != NULL)
    gtk_widget_remove_css_class (self->mark, self->look);
  gtk_widget_add_css_class (self->mark, look);
  self->look = look;
}

static void
show_state (DitesListRow  *self,
            DitesDocument *document)
{
  if (self->pill == NULL && document != NULL)
    {
      const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));

      if (kind == NULL || kind->state_field == NULL)
        return;
      self->pill = dites_state_pill_new ();
      gtk_widget_insert_before (self->pill, GTK_WIDGET (self), GTK_WIDGET (self->subtitle));
    }
  if (self->pill != NULL)
    dites_state_pill_set_document (DITES_STATE_PILL (self->pill), document);
}

/* A screen reader may ask for any row. */
static void
tell (DitesListRow *self,
      const char   *state,
      const char   *rest,
      const char   *problem)
{
  g_autofree char *name = dites_row_words_dup_name (self->row, state, rest, problem);

  if (self->item != NULL)
    gtk_list_item_set_accessible_label (self->item, name);
}

static void
update (DitesListRow *self)
{
  DitesDocument   *document = dites_row_get_document (self->row);
  gboolean         error = FALSE;
  g_autofree char *title = dites_row_words_dup_title (self->row, self->section);
  g_autofree char *state = dites_row_words_dup_state (self->row);
  g_autofree char *subtitle = dites_row_words_dup_rest (self->row, state);
  g_autofree char *problem = dites_row_words_dup_problem (self->row, &error);

  dites_row_text_set_text (self->title, title);
  dites_row_text_set_text (self->subtitle, subtitle);
  show_state (self, document);
  show_problem (self, problem, error);
  tell (self, state, subtitle, problem);
}

static void
make_lines (DitesListRow *self)
{
  if (self->title != NULL)
    return;

  self->title = DITES_ROW_TEXT (dites_row_text_new ());
  self->subtitle = DITES_ROW_TEXT (dites_row_text_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dimmed");
  gtk_widget_insert_before (GTK_WIDGET (self->title), GTK_WIDGET (self), NULL);
  gtk_widget_insert_before (GTK_WIDGET (self->subtitle), GTK_WIDGET (self), NULL);
}

static void
show_check (DitesListRow *self)
{
  if (self->checks && self->check == NULL)
    {
      self->check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-focus", FALSE,
                                  "can-target", FALSE,
                                  NULL);
      gtk_widget_insert_after (self->check, GTK_WIDGET (self), NULL);
      g_object_bind_property (self->item, "selected", self->check, "active", G_BINDING_SYNC_CREATE);
    }
  if (self->check != NULL)
    gtk_widget_set_visible (self->check, self->checks);
}

/* What is not seen has only its name. */
static void
show (DitesListRow *self)
{
  if (self->row == NULL)
    return;
  if (!self->seen)
    {
      tell (self, NULL, dites_row_get_subtitle (self->row), NULL);
      return;
    }

  make_lines (self);
  show_check (self);
  update (self);
}

static void
changed_cb (DitesListRow *self)
{
  show (self);
  if (self->seen)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A view maps all of its rows at first, but gives a place only to those that are seen. */
static void
dites_list_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dites_list_row_parent_class)->map (widget);

  gtk_widget_queue_allocate (widget);
}

static void
dites_list_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dites_list_row_parent_class)->unmap (widget);

  DITES_LIST_ROW (widget)->seen = FALSE;
}

/* The font is the view's: two hundred rows would each make a context of their own to ask. */
static PangoContext *
get_context (DitesListRow *self)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *view = place != NULL ? gtk_widget_get_parent (place) : NULL;

  return gtk_widget_get_pango_context (view != NULL ? view : GTK_WIDGET (self));
}

/* Where in sizes[] the lines are measured. */
static gsize
measure_lines (DitesListRow *self)
{
  static gsize                next = 0;
  PangoContext               *context = get_context (self);
  PangoFontMap               *map = pango_context_get_font_map (context);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      resolution = pango_cairo_context_get_resolution (context);
  gsize                       i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i].map == map && sizes[i].serial == pango_font_map_get_serial (map) && sizes[i].resolution == resolution &&
        pango_font_description_equal (sizes[i].font, font))
      return i;

  i = next++ % G_N_ELEMENTS (sizes);
  make_lines (self);
  g_clear_pointer (&sizes[i].font, pango_font_description_free);
  g_set_object (&sizes[i].map, map);
  sizes[i].serial = pango_font_map_get_serial (map);
  sizes[i].resolution = resolution;
  sizes[i].font = pango_font_description_copy (font);
  sizes[i].width = dites_row_place_get_size (GTK_WIDGET (self->title), GTK_ORIENTATION_HORIZONTAL);
  sizes[i].line_height = dites_row_place_get_size (GTK_WIDGET (self->title), GTK_ORIENTATION_VERTICAL);
  sizes[i].height = sizes[i].line_height + LINE_SPACING + dites_row_place_get_size (GTK_WIDGET (self->subtitle), GTK_ORIENTATION_VERTICAL);

  return i;
}

static GtkSizeRequestMode
dites_list_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The mark and the pill are no higher than a line with its space, the check button no higher than
 * both lines, and the pill gives way: none of them changes what a row asks for. */
static void
dites_list_row_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  DitesListRow *self = DITES_LIST_ROW (widget);
  gsize         i = measure_lines (self);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = sizes[i].height + (for_size >= 0 && for_size < TIGHT * sizes[i].line_height ? SPARE_LINES * sizes[i].line_height + LINE_SPACING : 0);
  else
    *minimum = *natural = sizes[i].width + (dites_row_place_is_shown (self->check) ? dites_row_place_get_size (self->check, orientation) + CHECK_SPACING : 0);
}

static void
dites_list_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DitesListRow *self = DITES_LIST_ROW (widget);
  gboolean      two_lines, stacked;
  int           title_width, title_height, subtitle_height, line_height;
  int           x = 0;
  int           end = width;
  int           rest = 0; /* of the lines below the name */
  int           y;

  if (!self->seen && gtk_widget_get_mapped (widget))
    {
      self->seen = TRUE;
      show (self);
    }
  if (self->title == NULL)
    return;

  title_width = dites_row_place_get_size (GTK_WIDGET (self->title), GTK_ORIENTATION_HORIZONTAL);
  line_height = dites_row_place_get_size (GTK_WIDGET (self->title), GTK_ORIENTATION_VERTICAL);
  subtitle_height = dites_row_place_get_size (GTK_WIDGET (self->subtitle), GTK_ORIENTATION_VERTICAL);
  two_lines = *dites_row_text_get_text (self->subtitle) != '\0' || self->row == NULL || !dites_row_is_loaded (self->row);
  if (dites_row_place_is_shown (self->check))
    {
      int check_width = dites_row_place_get_size (self->check, GTK_ORIENTATION_HORIZONTAL);
      int check_height = dites_row_place_get_size (self->check, GTK_ORIENTATION_VERTICAL);

      dites_row_place (widget, self->check, 0, (height - check_height) / 2, check_width, check_height);
      x = check_width + CHECK_SPACING;
    }

  stacked = width < TIGHT * line_height;
  title_height = line_height;
  if (two_lines)
    rest += LINE_SPACING + subtitle_height;
  if (stacked)
    {
      gboolean third = dites_row_place_is_shown (self->pill) || dites_row_place_is_shown (self->mark);
      int      spare = third ? SPARE_LINES - 1 : SPARE_LINES;
      int      n_lines = dites_row_text_count_lines (self->title, width - x, 1 + spare);
      int      more = 0; /* lines of what tells it from its like */

      title_height *= n_lines;
      /* What the name leaves is for what tells it from its like. */
      if (two_lines)
        more = dites_row_text_count_lines (self->subtitle, width - x, 2 + spare - n_lines) - 1;
      rest += more * subtitle_height + (third ? LINE_SPACING + line_height : 0);
      subtitle_height += more * subtitle_height;
    }

  y = (height - title_height - rest) / 2;
  if (stacked)
    dites_row_place_below (widget, self->pill, self->mark, x, y + title_height + rest - line_height, line_height);
  else
    {
      if (dites_row_place_is_shown (self->pill))
        end = dites_row_place_at_end (widget, self->pill, dites_row_text_get_missing_width (DITES_ROW_TEXT (self->pill)), x + title_width + DITES_ROW_SPACING, end, y, line_height);
      if (dites_row_place_is_shown (self->mark))
        end = dites_row_place_at_end (widget, self->mark, 0, x, end, y, line_height);
    }
  dites_row_place (widget, GTK_WIDGET (self->title), x, y, MAX (end - x, title_width), title_height);
  gtk_widget_set_child_visible (GTK_WIDGET (self->subtitle), two_lines);
  if (two_lines)
    dites_row_place (widget, GTK_WIDGET (self->subtitle), x, y + title_height + LINE_SPACING, width - x, subtitle_height);
}

static void
dites_list_row_dispose (GObject *object)
{
  DitesListRow *self = DITES_LIST_ROW (object);

  dites_list_row_set_row (self, NULL);
  if (self->item != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->item), (gpointer *) &self->item);
  self->item = NULL;
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->pill, gtk_widget_unparent);
  if (self->title != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->title)));
  if (self->subtitle != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->subtitle)));

  G_OBJECT_CLASS (dites_list_row_parent_class)->dispose (object);
}

static void
dites_list_row_class_init (DitesListRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_list_row_dispose;

  widget_class->map = dites_list_row_map;
  widget_class->unmap = dites_list_row_unmap;
  widget_class->get_request_mode = dites_list_row_get_request_mode;
  widget_class->measure = dites_list_row_measure;
  widget_class->size_allocate = dites_list_row_size_allocate;
}

static void
dites_list_row_init (DitesListRow *self)
{
}

/**
 * dites_list_row_new:
 * @item: the place in the view that it stands in
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
dites_list_row_new (GtkListItem *item)
{
  DitesListRow *self = g_object_new (DITES_TYPE_LIST_ROW, NULL);

  self->item = item;
  g_object_add_weak_pointer (G_OBJECT (item), (gpointer *) &self->item);

  return GTK_WIDGET (self);
}

/**
 * dites_list_row_at:
 * @view: a list view
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the row there, with all of its padding
 */
DitesListRow *
dites_list_row_at (GtkListView *view,
                   double       x,
                   double       y)
{
  GtkWidget *place = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row;

  while (place != NULL && gtk_widget_get_parent (place) != GTK_WIDGET (view))
    place = gtk_widget_get_parent (place);
  row = place != NULL ? gtk_widget_get_first_child (place) : NULL;

  return DITES_IS_LIST_ROW (row) ? DITES_LIST_ROW (row) : NULL;
}

/**
 * dites_list_row_set_row:
 * @self: a row
 * @row: (nullable): what it shows
 *
 * Shows another document.
 */
void
dites_list_row_set_row (DitesListRow *self,
                        DitesRow     *row)
{
  if (self->row == row)
    return;

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, changed_cb, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  g_signal_connect_swapped (row, "notify::document", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/**
 * dites_list_row_set_section:
 * @self: a row
 * @section: (nullable): what the heading above it says
 *
 * Leaves out of its name what the heading says already. A screen reader, which may come
 * to the row by another way, still says all of it.
 */
void
dites_list_row_set_section (DitesListRow *self,
                            const char   *section)
{
  if (g_set_str (&self->section, section) && self->row != NULL)
    changed_cb (self);
}

/**
 * dites_list_row_set_checks:
 * @self: a row
 * @checks: whether a check button says if it is selected
 *
 * Shows or hides the check button.
 */
void
dites_list_row_set_checks (DitesListRow *self,
                           gboolean      checks)
{
  self->checks = checks;
  if (self->seen)
    show_check (self);
}

/**
 * dites_list_row_get_position:
 * @self: a row
 *
 * Returns: its place in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
dites_list_row_get_position (DitesListRow *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}
