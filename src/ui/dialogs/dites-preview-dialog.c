/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-preview-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dites-export-job.h"
#include "dites-pdf.h"
#include "dites-preview-job.h"

/**
 * DitesPreviewDialog:
 *
 * The sheet of a home as it will print, drawn by what prints it: as pages, which
 * can be enlarged, or as text, for those who cannot see them.
 */
struct _DitesPreviewDialog
{
  AdwDialog parent_instance;

  DitesStore   *store;
  char         *id;
  char         *language;
  DitesPages   *drawn;  /* (nullable): not there yet */
  GPtrArray    *clamps; /* of AdwClamp, each with the picture of a page */
  guint         zoom;   /* a place in zooms */
  GCancellable *cancellable;
  GCancellable *rendering; /* (nullable): of the latest pictures */

  AdwBanner         *banner;
  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  GtkBox            *pages;
  GtkTextView       *text;
  AdwStatusPage     *failed;
  GtkLabel          *place;
  GtkToggleButton   *text_toggle;
};

G_DEFINE_FINAL_TYPE (DitesPreviewDialog, dites_preview_dialog, ADW_TYPE_DIALOG)

/* Pixels a point; the first is the width of the dialog. */
static const double zooms[] = { 0, 0.75, 1, 1.25, 1.5, 2, 3 };

/* What the width of the dialog is taken for when pictures are drawn for it. */
#define FIT_SCALE 1.25

static double
get_scale (DitesPreviewDialog *self)
{
  return zooms[self->zoom] > 0 ? zooms[self->zoom] : FIT_SCALE;
}

/* The pictures of all pages at one size. */
typedef struct
{
  DitesPages *pages;
  double      scale;
} Rendering;

static void
rendering_free (gpointer data)
{
  Rendering *rendering = data;

  dites_pages_unref (rendering->pages);
  g_free (rendering);
}

static GdkTexture *
to_texture (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (image), (gsize) stride * (gsize) height,
                                                         (GDestroyNotify) cairo_surface_destroy, image);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
render (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Rendering *rendering = task_data;
  g_autoptr (GPtrArray) textures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dites_pages_get_n (rendering->pages) && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (textures, to_texture (dites_pages_render (rendering->pages, i, rendering->scale)));

  g_task_return_pointer (task, g_steal_pointer (&textures), (GDestroyNotify) g_ptr_array_unref);
}

static void
rendered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DitesPreviewDialog) self = user_data;
  g_autoptr (GPtrArray) textures = g_task_propagate_pointer (G_TASK (result), NULL);

  for (guint i = 0; textures != NULL && self->clamps != NULL && i < MIN (textures->len, self->clamps->len); i++)
    gtk_picture_set_paintable (GTK_PICTURE (adw_clamp_get_child (self->clamps->pdata[i])), textures->pdata[i]);
}

static void
render_pages (DitesPreviewDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Rendering *rendering;

  if (self->drawn == NULL)
    return;
  if (self->rendering != NULL)
    g_cancellable_cancel (self->rendering);
  g_clear_object (&self->rendering);
  self->rendering = g_cancellable_new ();

  rendering = g_new0 (Rendering, 1);
  rendering->pages = dites_pages_ref (self->drawn);
  rendering->scale = get_scale (self) * MAX (1, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  task = g_task_new (NULL, self->rendering, rendered_cb, g_object_ref (self));
  g_task_set_source_tag (task, render_pages);
  g_task_set_task_data (task, rendering, rendering_free);
  g_task_run_in_thread (task, render);
}

static void
set_zoom (DitesPreviewDialog *self,
          guint               zoom)
{
  const int width = (int) ceil (DITES_PAGE_WIDTH * zooms[zoom]);

  self->zoom = zoom;
  for (guint i = 0; i < self->clamps->len; i++)
    {
      adw_clamp_set_maximum_size (self->clamps->pdata[i], zoom > 0 ? width : (int) ceil (DITES_PAGE_WIDTH * FIT_SCALE));
      gtk_widget_set_size_request (adw_clamp_get_child (self->clamps->pdata[i]), zoom > 0 ? width : -1, -1);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", zoom != 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-fit", zoom != 0);
  render_pages (self);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DitesPreviewDialog *self = DITES_PREVIEW_DIALOG (widget);

  /* What fits to the width is shown at about 1.25. */
  set_zoom (self, self->zoom == 0 ? 4 : MIN (self->zoom + 1, G_N_ELEMENTS (zooms) - 1));
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DitesPreviewDialog *self = DITES_PREVIEW_DIALOG (widget);

  set_zoom (self, self->zoom == 0 ? 2 : MAX (self->zoom - 1, 1));
}

static void
zoom_fit_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  set_zoom (DITES_PREVIEW_DIALOG (widget), 0);
}

static void
hand_out (DitesPreviewDialog *self,
          const char         *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", self->id);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  hand_out (DITES_PREVIEW_DIALOG (widget), "win.print");
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  hand_out (DITES_PREVIEW_DIALOG (widget), "win.export-pdf");
}

/* The page that the middle of the view is on. */
static void
show_place (DitesPreviewDialog *self)
{
  GtkAdjustment   *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double           middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  double           upper = MAX (gtk_adjustment_get_upper (adjustment), 1);
  guint            n = self->clamps->len;
  guint            page = n > 0 ? MIN ((guint) (middle / upper * n), n - 1) : 0;
  g_autofree char *text = NULL;

  /* Translators: a page, and how many there are. */
  text = g_strdup_printf (_("Page %u of %u"), page + 1, n);
  gtk_label_set_text (self->place, n > 0 ? text : "");
}

static void
add_page (DitesPreviewDialog *self,
          guint               index)
{
  GtkWidget       *picture = gtk_picture_new ();
  GtkWidget       *clamp = adw_clamp_new ();
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"), index + 1, dites_pages_get_n (self->drawn));

  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_CONTAIN);
  gtk_widget_add_css_class (picture, "sheet-page");
  gtk_widget_set_focusable (picture, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, dites_pages_get_text (self->drawn, index), -1);
  adw_clamp_set_unit (ADW_CLAMP (clamp), ADW_LENGTH_UNIT_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), picture);
  gtk_box_append (self->pages, clamp);
  g_ptr_array_add (self->clamps, clamp);
}

static void
fill_text (DitesPreviewDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dites_pages_get_n (self->drawn); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", dites_pages_get_text (self->drawn, i));
  gtk_text_buffer_set_text (buffer, text->str, -1);
}

static void
show_shown (DitesPreviewDialog *self)
{
  gboolean as_text = gtk_toggle_button_get_active (self->text_toggle);

  if (self->drawn == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, as_text ? "text" : "pages");
  gtk_widget_set_visible (GTK_WIDGET (self->place), !as_text);
  gtk_widget_grab_focus (as_text ? GTK_WIDGET (self->text) : adw_clamp_get_child (self->clamps->pdata[0]));
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DitesPreviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  DitesPages *drawn = dites_preview_offer_finish (DITES_STORE (object), result, &error);

  if (drawn == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      adw_status_page_set_description (self->failed, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  self->drawn = drawn;
  for (guint i = 0; i < dites_pages_get_n (drawn); i++)
    add_page (self, i);
  fill_text (self);
  set_zoom (self, 0);
  show_shown (self);
  show_place (self);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesPreviewDialog) self = user_data;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (!dites_export_count_finish (DITES_STORE (object), result, &n, &refusals, &error) || refusals->len == 0)
    return;

  adw_banner_set_title (self->banner, _("A preview only: what the law asks for is missing"));
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.export", FALSE);
}

static void
dites_preview_dialog_dispose (GObject *object)
{
  DitesPreviewDialog *self = DITES_PREVIEW_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->rendering != NULL)
    g_cancellable_cancel (self->rendering);
  g_clear_object (&self->rendering);
  g_clear_object (&self->store);
  g_clear_pointer (&self->drawn, dites_pages_unref);
  g_clear_pointer (&self->clamps, g_ptr_array_unref);

  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);

  G_OBJECT_CLASS (dites_preview_dialog_parent_class)->dispose (object);
}

static void
dites_preview_dialog_finalize (GObject *object)
{
  DitesPreviewDialog *self = DITES_PREVIEW_DIALOG (object);

  g_object_unref (self->cancellable);
  g_free (self->id);
  g_free (self->language);

  G_OBJECT_CLASS (dites_preview_dialog_parent_class)->finalize (object);
}

static void
dites_preview_dialog_class_init (DitesPreviewDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_preview_dialog_dispose;
  object_class->finalize = dites_preview_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-preview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, text);
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, place);
  gtk_widget_class_bind_template_child (widget_class, DitesPreviewDialog, text_toggle);

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_action);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "preview.export", NULL, export_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);
}

static void
dites_preview_dialog_init (DitesPreviewDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->clamps = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->text_toggle, "toggled", G_CALLBACK (show_shown), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed", G_CALLBACK (show_place), self);
}

/**
 * dites_preview_dialog_new:
 * @store: where the home is
 * @id: its id
 * @language: see dites_language_begin()
 *
 * Returns: (transfer floating): the sheet of the home as it will print
 */
DitesPreviewDialog *
dites_preview_dialog_new (DitesStore *store,
                          const char *id,
                          const char *language)
{
  DitesPreviewDialog *self = g_object_new (DITES_TYPE_PREVIEW_DIALOG, NULL);
  const char *const   ids[] = { id, NULL };
  DitesOfferExport    what = { .ids = ids, .available_on = DITES_DAY_NONE };

  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  self->language = g_strdup (language);
  dites_preview_offer_async (store, id, language, self->cancellable, drawn_cb, g_object_ref (self));
  dites_export_count_async (store, &what, self->cancellable, counted_cb, g_object_ref (self));

  return self;
}
