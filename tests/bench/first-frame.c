/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* first-frame COMMAND [ARGUMENT…]: starts a program and prints, in milliseconds, how long
 * it took until something other than one colour could be seen in a window of it; then,
 * two seconds later, its memory in kB: the share that is its own (PSS) and all that it
 * sees (RSS). It looks only at the display, so it measures any program alike. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SMALLEST 200
#define PATIENCE 30000.0

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
ignore_error (Display     *display,
              XErrorEvent *error)
{
  return 0;
}

/* Whether more than a background can be seen: something else than the colour of most. */
static int
is_painted (Display *display,
            Window   window)
{
  XWindowAttributes attributes;
  XImage           *image;
  unsigned long     colours[4];
  int               n = 0;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable)
    return 0;
  image = XGetImage (display, window, 0, 0, attributes.width, attributes.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return 0;
  for (int y = 0; y < image->height && n < 4; y += 3)
    for (int x = 0; x < image->width && n < 4; x++)
      {
        unsigned long colour = XGetPixel (image, x, y);
        int           known = 0;

        for (int i = 0; i < n; i++)
          known |= colours[i] == colour;
        if (!known)
          colours[n++] = colour;
      }
  XDestroyImage (image);

  return n == 4;
}

/* The program's own window, which a window manager has put into one of its. */
static Window
find_client (Display *display,
             Window   window)
{
  Atom        *protocols;
  Window       root, parent, *children, found = None;
  unsigned int n_children = 0;
  int          n = 0;

  if (XGetWMProtocols (display, window, &protocols, &n))
    {
      XFree (protocols);
      return window;
    }
  if (XQueryTree (display, window, &root, &parent, &children, &n_children))
    {
      for (unsigned int i = 0; i < n_children && found == None; i++)
        found = find_client (display, children[i]);
      if (children != NULL)
        XFree (children);
    }

  return found;
}

/* As its users end it: who is killed has to look after its file at the next start. */
static void
end (Display *display,
     Window   window,
     pid_t    child)
{
  XEvent event = { 0 };
  double start = now ();

  event.xclient.type = ClientMessage;
  event.xclient.window = find_client (display, window);
  event.xclient.message_type = XInternAtom (display, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) XInternAtom (display, "WM_DELETE_WINDOW", False);
  if (event.xclient.window != None)
    XSendEvent (display, event.xclient.window, False, NoEventMask, &event);
  XSync (display, False);
  while (waitpid (child, NULL, WNOHANG) == 0)
    {
      if (now () - start > PATIENCE)
        kill (child, SIGKILL);
      usleep (10000);
    }
}

static double
wait_for_frame (Display *display,
                int      damage_event,
                pid_t    child,
                Window  *window)
{
  Window windows[64];
  int    n = 0;
  double start = now ();

  while (now () - start < PATIENCE && waitpid (child, NULL, WNOHANG) == 0)
    {
      while (XPending (display) > 0)
        {
          XEvent event;

          XNextEvent (display, &event);
          if (event.type == MapNotify && n < 64)
            {
              XWindowAttributes attributes;

              if (XGetWindowAttributes (display, event.xmap.window, &attributes) && attributes.width >= SMALLEST && attributes.height >= SMALLEST)
                {
                  XDamageCreate (display, event.xmap.window, XDamageReportRawRectangles);
                  windows[n++] = event.xmap.window;
                }
            }
          else if (event.type == damage_event + XDamageNotify)
            {
              for (int i = 0; i < n; i++)
                if (((XDamageNotifyEvent *) &event)->drawable == windows[i] && is_painted (display, windows[i]))
                  {
                    *window = windows[i];
                    return now ();
                  }
            }
        }
      usleep (200);
    }

  return -1;
}

static long
get_memory (pid_t       pid,
            const char *name)
{
  char  path[64], line[256];
  long  value = -1;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", (int) pid);
  file = fopen (path, "r");
  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (strncmp (line, name, strlen (name)) == 0)
      value = atol (line + strlen (name));
  if (file != NULL)
    fclose (file);

  return value;
}

int
main (int   argc,
      char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  int      damage_event, damage_error;
  double   start, painted;
  Window   window = None;
  pid_t    child;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return 2;

  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = now ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  painted = wait_for_frame (display, damage_event, child, &window);
  if (painted >= 0)
    {
      sleep (2);
      printf ("%.1f %ld %ld\n", painted - start, get_memory (child, "Pss:"), get_memory (child, "Rss:"));
    }
  if (painted >= 0)
    end (display, window, child);
  else
    kill (child, SIGKILL);
  XCloseDisplay (display);

  return painted >= 0 ? 0 : 1;
}
